package io.github.rustfit.readers.source.patterns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Classes that patterns ask for by name. */
final class KnownTypes {

  static final Set<String> JAVA_LANG =
      in(
          "java.lang",
          "String Integer Long Double Float Short Byte Character Boolean Object Number Math System"
              + " StringBuilder StringBuffer Thread ThreadLocal Class Iterable Runnable Exception"
              + " Throwable RuntimeException Error Enum Comparable AutoCloseable CharSequence"
              + " NumberFormatException ClassCastException IndexOutOfBoundsException"
              + " ArrayIndexOutOfBoundsException NullPointerException InterruptedException"
              + " ArithmeticException IllegalArgumentException Void");

  static final Set<String> LISTS =
      in("java.util", "List ArrayList LinkedList Vector").stream()
          .collect(Collectors.toUnmodifiableSet());

  static final Set<String> MAPS =
      union(
          in(
              "java.util",
              "Map HashMap LinkedHashMap TreeMap SortedMap NavigableMap Hashtable WeakHashMap"
                  + " IdentityHashMap"),
          in("java.util.concurrent", "ConcurrentMap ConcurrentHashMap ConcurrentSkipListMap"));

  static final Set<String> CONCURRENT_MAPS =
      in(
          "java.util.concurrent",
          "ConcurrentMap ConcurrentHashMap ConcurrentSkipListMap ConcurrentNavigableMap");

  static final Set<String> COLLECTIONS =
      union(
          LISTS,
          in(
              "java.util",
              "Collection Set HashSet LinkedHashSet TreeSet SortedSet Queue Deque ArrayDeque"
                  + " PriorityQueue Stack"),
          in(
              "java.util.concurrent",
              "ConcurrentLinkedQueue ConcurrentLinkedDeque LinkedBlockingQueue ArrayBlockingQueue"
                  + " BlockingQueue CopyOnWriteArrayList"));

  static final Set<String> RESOURCES =
      union(
          in(
              "java.io",
              "FileInputStream FileOutputStream FileReader FileWriter RandomAccessFile"
                  + " BufferedReader BufferedWriter BufferedInputStream BufferedOutputStream"
                  + " PrintWriter InputStreamReader OutputStreamWriter ObjectInputStream"
                  + " ObjectOutputStream DataInputStream DataOutputStream"),
          in("java.net", "Socket ServerSocket DatagramSocket"),
          in("java.util.zip", "ZipFile GZIPInputStream GZIPOutputStream ZipInputStream"),
          in("java.util.jar", "JarFile"));

  private static final Set<String> OTHERS =
      union(
          in(
              "java.util",
              "Optional Iterator Arrays Collections Objects Calendar GregorianCalendar Date Random"
                  + " Locale UUID BitSet EnumMap EnumSet"),
          in("java.util.regex", "Pattern Matcher"),
          in(
              "java.util.concurrent",
              "Executors ExecutorService Future CompletableFuture Callable TimeUnit CountDownLatch"
                  + " ThreadPoolExecutor ForkJoinPool"),
          in("java.util.concurrent.locks", "Lock ReentrantLock Condition"),
          in("java.util.concurrent.atomic", "AtomicInteger AtomicLong AtomicReference"),
          in("java.util.stream", "Stream IntStream LongStream Collectors"),
          in("java.text", "SimpleDateFormat DateFormat NumberFormat DecimalFormat MessageFormat"),
          in("java.time.format", "DateTimeFormatter DateTimeFormatterBuilder"),
          in("java.math", "BigDecimal BigInteger"),
          in("java.io", "File InputStream OutputStream ByteArrayOutputStream Reader Writer"),
          in("java.nio", "ByteBuffer"),
          in("java.nio.file", "Files Path Paths"),
          in("java.nio.charset", "StandardCharsets Charset"),
          in("java.net.http", "HttpClient"),
          in("java.security", "SecureRandom MessageDigest KeyFactory KeyPairGenerator"),
          in("javax.crypto", "Cipher Mac SecretKeyFactory KeyGenerator"),
          in("java.lang.reflect", "Method Field Constructor Proxy Array"),
          in("java.lang.ref", "SoftReference WeakReference Cleaner"),
          in("java.lang.foreign", "Arena MemorySegment Linker"),
          in("java.sql", "Connection Statement PreparedStatement ResultSet DriverManager"),
          in("javax.sql", "DataSource"),
          in("javax.xml.parsers", "DocumentBuilder DocumentBuilderFactory SAXParserFactory"),
          in("com.fasterxml.jackson.databind", "ObjectMapper JsonNode ObjectReader"),
          in("com.google.gson", "Gson GsonBuilder JsonParser JsonElement"),
          in("io.netty.buffer", "ByteBuf"),
          in("io.netty.util", "ReferenceCountUtil ReferenceCounted"));

  private static final Map<String, List<String>> BY_SIMPLE_NAME = bySimpleName();

  private KnownTypes() {}

  /** Qualified names that end in this simple name, sorted. */
  static List<String> named(String simple) {
    return BY_SIMPLE_NAME.getOrDefault(simple, List.of());
  }

  private static Map<String, List<String>> bySimpleName() {
    Map<String, List<String>> byName = new HashMap<>();
    for (String name : new TreeSet<>(union(MAPS, COLLECTIONS, RESOURCES, OTHERS))) {
      byName
          .computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), n -> new ArrayList<>())
          .add(name);
    }
    return byName;
  }

  static Set<String> in(String packageName, String names) {
    return Stream.of(names.split(" "))
        .map(name -> packageName + "." + name)
        .collect(Collectors.toUnmodifiableSet());
  }

  @SafeVarargs
  static Set<String> union(Set<String>... sets) {
    return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}
