package io.github.rustfit.fleet;

import io.github.rustfit.fleet.group.Judge;
import io.github.rustfit.fleet.input.InputFile;
import io.github.rustfit.fleet.input.Listing;
import io.github.rustfit.fleet.limit.LimitsFile;
import io.github.rustfit.fleet.limit.PortfolioLimits;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command: {@code spark-submit rustfit-fleet.jar <inputs> --out=<folder>}. */
@CommandLine.Command(
    name = "rustfit-fleet",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Reads recordings, GC logs and evidence of many services on Apache Spark, judges each version",
      "of each of them, and writes tables, a page and evidence."
    },
    footer = {
      "",
      "Ends with 0; with --check 1 for a limit that is crossed; 2 for bad options, a policy that is wrong, inputs that the storage did not give",
      "or a service that could not be judged; 3 for a fault of its own. Inputs that are damaged are",
      "named, and the job goes on."
    })
public final class Fleet implements Callable<Integer> {

  static final int DONE = 0;
  static final int CROSSED = 1;
  static final int REFUSED = 2;
  static final int BROKEN = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "INPUTS",
      arity = "1..*",
      description =
          "Recordings, GC logs, archives of them and evidence.json of builds: files, folders and"
              + " globs of any file system that Hadoop knows (file:, hdfs:, s3a:).")
  private List<String> inputs = new ArrayList<>();

  @Mixin private LabelOptions labels = new LabelOptions();

  @Option(
      names = "--policy",
      paramLabel = "FILES",
      split = ",",
      description =
          "Policies, the most general one first, separated by commas. In the name of a file"
              + " {service} stands for the service: that policy counts for it alone.")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--limits",
      paramLabel = "FILE",
      description =
          "Limits over all services: how old evidence may be, what a component may waste a year,"
              + " which services have to be there.")
  private String limits = "";

  @Option(
      names = "--check",
      description =
          "Ends with 1 where a limit of level error is crossed, of --limits or of the policy of a"
              + " service, and no decision in force accepts it.")
  private boolean check;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description =
          "The day, YYYY-MM-DD, on which decisions hold and the age of evidence ends; today in UTC"
              + " by default.")
  private @Nullable LocalDate asOf;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      required = true,
      description = "Where the results are written; what the job wrote there before is replaced.")
  private String out = "";

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Where it runs, as local[4] or spark://host:7077; what spark-submit says by default, and"
              + " local[*] without it.")
  private @Nullable String master;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Into how many parts the work is split; as fits by default. No result depends on it.")
  private int partitions;

  /** Runs the job, and ends the process with how that ended. */
  public static void main(String[] arguments) {
    Charset terminal = Charset.defaultCharset();
    System.exit(
        run(
            new PrintWriter(System.out, true, terminal),
            new PrintWriter(System.err, true, terminal),
            arguments));
  }

  /** Runs the job and says how it ended. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Fleet())
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(Fleet::refuse)
        .execute(arguments);
  }

  private static int refuse(ParameterException wrong, String... arguments) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println("error: " + wrong.getMessage());
    err.println("See rustfit-fleet --help.");
    err.flush();
    return REFUSED;
  }

  @Override
  public Integer call() {
    Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
    if (partitions < 0) {
      terminal.error("--partitions is " + partitions + "; name a number from 1 on.");
      return REFUSED;
    }
    try (SparkSession spark = session()) {
      return run(spark, terminal);
    } catch (FleetException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return REFUSED;
    } catch (IOException e) {
      terminal.error("The storage failed: " + e.getMessage());
      return REFUSED;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      // Spark throws checked exceptions that it does not declare.
      terminal.error(
          "rustfit failed: "
              + e
              + ". That is a fault of its own or of the cluster; nothing that"
              + " was written is complete.");
      return BROKEN;
    }
  }

  private SparkSession session() {
    SparkConf conf = new SparkConf().setAppName("rustfit fleet " + Version.current());
    if (master != null || !conf.contains("spark.master")) {
      conf.setMaster(master == null ? "local[*]" : master);
    }
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.ui.enabled", "false");
    }
    conf.set("spark.sql.session.timeZone", "UTC");
    conf.setIfMissing("spark.sql.debug.maxToStringFields", "200");
    // Records go by Java's serialization; Kryo refuses them.
    conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
    return SparkSession.builder().config(conf).getOrCreate();
  }

  private int run(SparkSession spark, Terminal terminal) throws IOException, FleetException {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Output output = Output.at(out, hadoop);
    List<InputFile> files = files(hadoop, output);
    JobRequest request =
        new JobRequest(
            files,
            labels.source(hadoop, terminal),
            Policies.read(policies, hadoop),
            new JobRequest.Check(portfolioLimits(hadoop, terminal), today()),
            output.uri(),
            partitions);
    List<Problem> problems =
        new Judge(request.policies(), request.check().today(), Job.extensions()).check();
    if (!problems.isEmpty()) {
      problems.forEach(one -> terminal.error(one.text()));
      throw new FleetException("Nothing was read: first correct what is said above.");
    }
    output.prepare();
    terminal.info("Reading " + files.size() + (files.size() == 1 ? " file." : " files."));
    Results results = Results.of(spark, request, output);
    results.say(terminal, output.uri(), check);
    if (results.notFetched() > 0 || results.broken() > 0) {
      return REFUSED;
    }
    return check && results.limits().stream().anyMatch(LimitRow::fails) ? CROSSED : DONE;
  }

  private LocalDate today() {
    return asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
  }

  private PortfolioLimits portfolioLimits(Configuration hadoop, Terminal terminal)
      throws FleetException {
    if (limits.isBlank()) {
      return PortfolioLimits.NONE;
    }
    LimitsFile.Reading reading =
        LimitsFile.read(RelativePath.printable(limits), HadoopFiles.bytes(limits, hadoop));
    if (!reading.problems().isEmpty()) {
      reading.problems().forEach(one -> terminal.error(one.text()));
      throw new FleetException("Nothing was read: first correct what is said above.");
    }
    return reading.limits();
  }

  private List<InputFile> files(Configuration hadoop, Output output)
      throws IOException, FleetException {
    List<InputFile> files = Listing.of(inputs, hadoop);
    if (files.isEmpty()) {
      throw new FleetException("No file lies in " + String.join(", ", inputs) + ".");
    }
    for (InputFile file : files) {
      if (output.holds(file.uri())) {
        throw new FleetException(
            "'"
                + file.uri()
                + "' is an input and lies in the folder of the results. Name another"
                + " folder with --out.");
      }
    }
    return files;
  }
}
