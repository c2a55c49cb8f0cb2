package parley.identity;

final class FakeNamesTest extends NamesContract {

  @Override
  Names names() {
    return new FakeNames(new Steps());
  }
}
