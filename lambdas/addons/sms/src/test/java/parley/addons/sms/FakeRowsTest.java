package parley.addons.sms;

final class FakeRowsTest extends RowsContract {}
