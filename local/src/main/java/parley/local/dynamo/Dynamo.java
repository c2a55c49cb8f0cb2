package parley.local.dynamo;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import parley.local.Part;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/**
 * DynamoDB: the stack's tables in DynamoDB Local, and the expiry of their items.
 *
 * <p>It becomes ready while other parts start: whoever calls before waits.
 */
public final class Dynamo implements Part {

  private final Options options;
  private final Consumer<String> console;
  private final CompletableFuture<DynamoClient> ready = new CompletableFuture<>();
  private final CompletableFuture<DynamoProcess> process = new CompletableFuture<>();
  private final CompletableFuture<Expiry> expiry = new CompletableFuture<>();

  /**
   * What may be chosen.
   *
   * @param data where tables and logs are kept
   * @param software the folder with DynamoDB Local and all that it needs
   * @param inMemory true where tables are to be forgotten at the end
   * @param clock the time by which items expire
   */
  public record Options(Path data, Path software, boolean inMemory, Clock clock) {

    /** With the machine's time. */
    public Options(Path data, Path software, boolean inMemory) {
      this(data, software, inMemory, Clock.systemUTC());
    }
  }

  /** Tables by these options. */
  public Dynamo(Options options, Consumer<String> console) {
    this.options = options;
    this.console = console;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(Tables.TYPE);
  }

  @Override
  public void start(Stack stack) throws IOException {
    var started = DynamoProcess.start(options);
    process.complete(started);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                var client = started.client();
                awaitAnswer(started, client);
                var tables = new Tables(client);
                for (var table : stack.all(Tables.TYPE.name())) {
                  tables.create(stack.names().physical(table.id()), table);
                }
                expiry.complete(Expiry.start(client, stack, options.clock(), console));
                ready.complete(client);
              } catch (IOException | RuntimeException e) {
                ready.completeExceptionally(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Waits until all tables are there. Throws where they cannot be. */
  public void awaitReady() throws IOException {
    try {
      ready.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }

  /** The way to the tables, once they are there. */
  DynamoClient client() {
    return ready.join();
  }

  @Override
  public void close() {
    ready.completeExceptionally(new IllegalStateException("the twin is ending"));
    if (expiry.isDone()) {
      expiry.join().close();
    }
    if (process.isDone()) {
      process.join().close();
    }
  }

  /** Asks again and again, since DynamoDB Local says nowhere that it is ready. */
  static void awaitAnswer(DynamoProcess process, DynamoClient client)
      throws IOException, InterruptedException {
    while (true) {
      try {
        client.table("ListTables", DynamoClient.object());
        return;
      } catch (ConnectException e) {
        process.check();
        Thread.sleep(20);
      }
    }
  }
}
