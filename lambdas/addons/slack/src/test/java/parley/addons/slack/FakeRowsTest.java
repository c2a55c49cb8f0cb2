package parley.addons.slack;

final class FakeRowsTest extends RowsContract {}
