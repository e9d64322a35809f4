package pairs;

/** One piece of work, with a pattern and without it. Both give the same sum for the same input. */
interface Pair {

  /** The work with the pattern, once, on the same input each time; returns a sum of its results. */
  long before() throws Exception;

  /** The same without the pattern. */
  long after() throws Exception;
}
