package parley.outside;

final class FakeRowsTest extends RowsContract {}
