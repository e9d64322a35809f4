package io.github.rustfit.samples.prototype.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** All articles in memory, and which of them read alike. */
public final class ArticleIndex {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<Article> articles = new ArrayList<>();

  /** Adds an article. */
  // TODO update and delete; keep them somewhere, after a restart all is gone
  public void add(String title, String text) {
    Article article = new Article(title, Embedding.of(text));
    lock.writeLock().lock();
    try {
      articles.add(article);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The articles most alike to the text, best first. */
  // TODO looks at every article; try an approximate index (HNSW) if the pilot is a success
  public List<Hit> alike(String text, int count) {
    float[] wanted = Embedding.of(text);
    PriorityQueue<Hit> best =
        new PriorityQueue<>(count + 1, Comparator.comparingDouble(Hit::likeness));
    lock.readLock().lock();
    try {
      for (Article article : articles) {
        float likeness = Embedding.product(wanted, article.vector());
        if (best.size() < count) {
          best.add(new Hit(article.title(), likeness));
        } else if (likeness > best.element().likeness()) {
          best.remove();
          best.add(new Hit(article.title(), likeness));
        }
      }
    } finally {
      lock.readLock().unlock();
    }
    List<Hit> hits = new ArrayList<>(best);
    hits.sort(Comparator.comparingDouble(Hit::likeness).reversed());
    return hits;
  }

  private record Article(String title, float[] vector) {}

  /**
   * An article that was found.
   *
   * @param title its title
   * @param likeness 1 for the same words, around 0 for other ones
   */
  public record Hit(String title, float likeness) {}
}
