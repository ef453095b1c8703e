package dev.paperboy.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps a child running: when it dies it is started again, a little later each time. */
final class Supervised implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Supervised.class.getName());

  private final String name;
  private final Callable<Child> launch;
  private final Consumer<Process> started;
  private final Consumer<String> say;
  private final Backoff backoff = new Backoff();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Object lock = new Object();
  private Child child;
  private Thread watcher;
  private volatile int deaths;

  /**
   * @param launch starts the process
   * @param started hears of every process started, before it is watched
   * @param say tells the person at the console
   */
  Supervised(String name, Callable<Child> launch, Consumer<Process> started, Consumer<String> say) {
    this.name = name;
    this.launch = launch;
    this.started = started;
    this.say = say;
  }

  /** Starts it the first time; a failure here is the caller's. */
  void start() throws Exception {
    start(launch.call());
    watcher = Thread.ofVirtual().name("watch-" + name).start(this::watch);
  }

  /** How often it has died since it was started first. */
  int deaths() {
    return deaths;
  }

  /** Stops it for good. */
  @Override
  public void close() throws Exception {
    stop.countDown();
    synchronized (lock) {
      if (child != null) {
        child.stop();
      }
    }
    if (watcher != null) {
      watcher.join();
    }
  }

  private void start(Child fresh) throws Exception {
    synchronized (lock) {
      if (stop.getCount() == 0) {
        fresh.stop();
        return;
      }
      child = fresh;
    }
    started.accept(fresh.process());
  }

  private void watch() {
    try {
      while (true) {
        long begin = System.nanoTime();
        int code = child.process().waitFor();
        if (stop.getCount() == 0) {
          return;
        }
        deaths++;
        Duration wait = backoff.after(Duration.ofNanos(System.nanoTime() - begin));
        tell("died (exit code %d)".formatted(code), wait);
        if (stop.await(wait.toMillis(), TimeUnit.MILLISECONDS) || !startAgain()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tries until it runs; false when it shall run no more. */
  private boolean startAgain() throws InterruptedException {
    while (true) {
      try {
        start(launch.call());
        say.accept(name + " is started again");
        return true;
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        LOG.log(Level.WARNING, name + " could not be started", e);
        Duration wait = backoff.after(Duration.ZERO);
        tell("could not be started (" + e.getMessage() + ")", wait);
        if (stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
    }
  }

  private void tell(String what, Duration wait) {
    String text = "%s %s; next try in %d s".formatted(name, what, wait.toSeconds());
    LOG.warning(text);
    say.accept(text);
  }
}
