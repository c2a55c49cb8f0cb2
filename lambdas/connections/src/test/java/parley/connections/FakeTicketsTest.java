package parley.connections;

/** The fake keeps the contract by which the tests beside it are worth anything. */
final class FakeTicketsTest extends TicketsContract {}
