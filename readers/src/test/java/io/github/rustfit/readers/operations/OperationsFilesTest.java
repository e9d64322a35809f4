package io.github.rustfit.readers.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsFilesTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  private void write(String path, String... lines) throws IOException {
    write(path, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private Evidence read() {
    return OperationsFiles.read(root, List.of());
  }

  private OperationsFile only() {
    Evidence evidence = read();
    assertThat(evidence.problems()).isEmpty();
    assertThat(evidence.repository().operations()).hasSize(1);
    return evidence.repository().operations().first();
  }

  private static List<String> values(OperationsFile file, Kind kind) {
    return file.facts(kind).stream().map(fact -> fact.line() + " " + fact.value()).toList();
  }

  @Test
  void dockerfile_with_stages_variables_continued_lines_and_here_documents() throws IOException {
    write(
        "Dockerfile",
        "# syntax=docker/dockerfile:1",
        "ARG JDK=21",
        "FROM --platform=linux/arm64 rust:1.90 AS kernel",
        "RUN <<EOF",
        "FROM is only text here",
        "cargo build --release",
        "EOF",
        "FROM eclipse-temurin:${JDK:-17}-jre AS base",
        "ENV JAVA_TOOL_OPTIONS=\"-Xmx512m -javaagent:/opt/otel.jar=token=secret\" \\",
        "    # a comment between",
        "    OTHER=x",
        "FROM base",
        "COPY --from=kernel /k /k",
        "ENTRYPOINT [\"java\", \"-XX:+UseZGC\", \\",
        "  \"-jar\", \"/app.jar\"]");

    OperationsFile file = only();

    assertThat(file.kind()).isEqualTo(OperationsFile.Kind.DOCKERFILE);
    assertThat(values(file, Kind.BASE_IMAGE)).containsExactly("8 eclipse-temurin:21-jre");
    assertThat(values(file, Kind.BUILD_IMAGE)).containsExactly("3 rust:1.90");
    assertThat(values(file, Kind.JVM_OPTION))
        .containsExactly("9 -Xmx512m", "9 -javaagent:otel.jar", "14 -XX:+UseZGC");
    assertThat(file.facts(Kind.JVM_OPTION).get(0).number()).isEqualTo(512L * 1024 * 1024);
    assertThat(values(file, Kind.RUST)).containsExactly("3 rust:1.90", "4 cargo");
    assertThat(values(file, Kind.PLATFORM)).containsExactly("3 linux/arm64");
    assertThat(file.facts(Kind.JDK)).extracting(OperationsFact::number).containsExactly(21L);
    assertThat(values(file, Kind.RUNS_JAVA)).containsExactly("14 java");
    assertThat(file.toString()).doesNotContain("secret");
  }

  @Test
  void dockerfile_with_windows_line_ends_and_another_escape() throws IOException {
    write(
        "build/app.Dockerfile",
        "# escape=`\r\nFROM openjdk:17\r\nENV JAVA_OPTS=-Xmx1g `\r\n  X=1\r\nCMD java -jar a.jar\r\n"
            .getBytes(StandardCharsets.UTF_8));

    assertThat(values(only(), Kind.JVM_OPTION)).containsExactly("3 -Xmx1g");
  }

  @Test
  void dockerfile_with_mistakes_is_read_as_far_as_it_goes() throws IOException {
    byte[] text =
        "RUN x\nFROM a\nFETCH b\nENV JAVA_OPTS=-Xmx1g\nLABEL c=\u00e9\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    write("Containerfile", text);

    Evidence evidence = read();

    assertThat(evidence.problems())
        .extracting(Problem::line, Problem::message)
        .containsExactlyInAnyOrder(
            tuple(1, "The instruction RUN stands before the first FROM."),
            tuple(3, "'fetch' is no instruction of a Dockerfile."),
            tuple(5, "The file is not UTF-8 text; unknown characters were replaced."));
    assertThat(values(evidence.repository().operations().first(), Kind.JVM_OPTION))
        .containsExactly("4 -Xmx1g");
  }

  @Test
  void kubernetes_manifests_of_several_documents() throws IOException {
    write(
        "deploy/app.yaml",
        "apiVersion: apps/v1",
        "kind: Deployment",
        "metadata: {name: shop}",
        "spec:",
        "  replicas: 3",
        "  template:",
        "    spec:",
        "      nodeSelector: {kubernetes.io/arch: arm64}",
        "      containers:",
        "        - name: app",
        "          image: registry/shop:1",
        "          env:",
        "            - {name: PASSWORD, value: -Xmx9g}",
        "            - name: JAVA_TOOL_OPTIONS",
        "              value: -XX:MaxRAMPercentage=75 -Dcom.sun.management.jmxremote.port=9010",
        "          resources:",
        "            requests: {memory: 1G, cpu: 0.5}",
        "            limits: {memory: 1.5Gi, cpu: 1500m}",
        "---",
        "apiVersion: autoscaling/v2",
        "kind: HorizontalPodAutoscaler",
        "spec:",
        "  scaleTargetRef: {kind: Deployment, name: shop}",
        "  maxReplicas: 12",
        "---",
        "apiVersion: v1",
        "kind: ConfigMap");

    OperationsFile file = only();

    assertThat(file.kind()).isEqualTo(OperationsFile.Kind.KUBERNETES);
    assertThat(file.facts())
        .extracting(OperationsFact::kind, OperationsFact::subject, OperationsFact::number)
        .contains(
            tuple(Kind.REPLICAS, "Deployment/shop", 3L),
            tuple(Kind.MAX_REPLICAS, "Deployment/shop", 12L),
            tuple(Kind.MEMORY_LIMIT, "Deployment/shop/app", 1536L * 1024 * 1024),
            tuple(Kind.MEMORY_REQUEST, "Deployment/shop/app", 1_000_000_000L),
            tuple(Kind.CPU_LIMIT, "Deployment/shop/app", 1500L),
            tuple(Kind.CPU_REQUEST, "Deployment/shop/app", 500L));
    assertThat(values(file, Kind.JVM_OPTION))
        .containsExactly("15 -Dcom.sun.management.jmxremote", "15 -XX:MaxRAMPercentage=75");
    assertThat(values(file, Kind.PLATFORM)).containsExactly("8 linux/arm64");
  }

  @Test
  void a_manifest_with_a_mistake_keeps_the_documents_before_it() throws IOException {
    write(
        "k8s.yml",
        "apiVersion: v1",
        "kind: Pod",
        "metadata: {name: a}",
        "spec: {containers: [{name: c, resources: {limits: {memory: 1Gi}}}]}",
        "---",
        "apiVersion: v1",
        "kind: Pod",
        "  metadata: broken");

    Evidence evidence = read();

    assertThat(evidence.problems()).singleElement().extracting(Problem::line).isEqualTo(8);
    OperationsFile file = evidence.repository().operations().first();
    assertThat(file.facts(Kind.MEMORY_LIMIT)).hasSize(1);
    assertThat(file.facts(Kind.UNREAD)).hasSize(1);
  }

  @Test
  void templates_of_a_chart_are_one_problem_and_rendered_braces_are_none() throws IOException {
    write("chart/Chart.yaml", "apiVersion: v2", "name: shop");
    for (String name : List.of("a", "b")) {
      write(
          "chart/templates/" + name + ".yaml",
          "{{- if .Values.on }}",
          "apiVersion: apps/v1",
          "kind: Deployment",
          "spec:",
          "  replicas: {{ .Values.replicas }}",
          "{{- end }}");
    }
    write(
        "rule.yaml", "apiVersion: v1", "kind: PrometheusRule", "text: \"{{ $labels.instance }}\"");

    Evidence evidence = read();

    assertThat(evidence.problems()).hasSize(1);
    assertThat(evidence.problems().first().where()).isEqualTo("chart");
    assertThat(evidence.problems().first().message())
        .startsWith("2 manifests are written as a template");
    assertThat(evidence.repository().operations())
        .filteredOn(file -> !file.facts(Kind.UNREAD).isEmpty())
        .extracting(OperationsFile::path)
        .containsExactly("chart/templates/a.yaml", "chart/templates/b.yaml");
  }

  @Test
  void compose_files_with_merged_keys_and_tags() throws IOException {
    write(
        "docker-compose.override.yml",
        "x-java: &java",
        "  environment: {JAVA_OPTS: -Xmx700m, SECRET: s}",
        "  mem_limit: 1g",
        "services:",
        "  shop:",
        "    <<: *java",
        "    build: {context: ./shop, dockerfile: ../Dockerfile.shop}",
        "    platform: linux/amd64",
        "    cpus: 0.5",
        "    ports: !override []",
        "  db:",
        "    image: postgres:16",
        "    deploy: {replicas: 2, resources: {limits: {memory: 512M, cpus: '1.5'}}}",
        "  far: {build: 'https://example.org/x.git'}",
        "  out: {build: ../../elsewhere}");

    OperationsFile file = only();

    assertThat(file.facts(Kind.MEMORY_LIMIT))
        .extracting(OperationsFact::subject, OperationsFact::number)
        .containsExactlyInAnyOrder(
            tuple("service shop", 1L << 30), tuple("service db", 512L << 20));
    assertThat(file.facts(Kind.CPU_LIMIT))
        .extracting(OperationsFact::number)
        .containsExactlyInAnyOrder(500L, 1500L);
    assertThat(values(file, Kind.BUILD_FILE)).containsExactly("7 Dockerfile.shop");
    assertThat(file.facts(Kind.JVM_OPTION))
        .extracting(OperationsFact::subject, OperationsFact::value)
        .containsExactly(tuple("service shop", "-Xmx700m"));
  }

  @Test
  void build_servers_tell_jdk_rust_and_platforms() throws IOException {
    write(
        ".github/workflows/build.yml",
        "jobs:",
        "  build:",
        "    strategy: {matrix: {os: [ubuntu-24.04]}}",
        "    steps:",
        "      - uses: actions/setup-java@v4",
        "        with:",
        "          java-version: ['17', 21] # not 8",
        "      - uses: dtolnay/rust-toolchain@stable",
        "      - run: cargo test",
        "      - with:",
        "          platforms: linux/amd64,linux/arm64");
    write("Jenkinsfile", "pipeline { agent { docker { image 'maven:3.9-eclipse-temurin-25' } } }");
    write(".mvn/jvm.config", "-Xmx2g -XX:+UseParallelGC");

    List<OperationsFile> files = List.copyOf(read().repository().operations());

    assertThat(files)
        .extracting(OperationsFile::kind)
        .containsExactly(OperationsFile.Kind.CI, OperationsFile.Kind.MAVEN, OperationsFile.Kind.CI);
    assertThat(files.get(0).facts(Kind.JDK))
        .extracting(OperationsFact::number)
        .containsExactly(17L, 21L);
    assertThat(values(files.get(0), Kind.RUST))
        .containsExactly("8 dtolnay/rust-toolchain", "9 cargo");
    assertThat(values(files.get(0), Kind.PLATFORM))
        .containsExactly("11 linux/amd64", "11 linux/arm64");
    assertThat(files.get(1).facts(Kind.JVM_OPTION)).hasSize(2);
    assertThat(files.get(2).facts(Kind.JDK))
        .extracting(OperationsFact::number)
        .containsExactly(25L);
  }

  @Test
  void a_file_belongs_to_the_module_of_the_nearest_folder_and_one_at_the_top_to_all()
      throws IOException {
    write("pom.xml", "<project/>");
    write("services/shop/pom.xml", "<project/>");
    Files.createDirectories(root.resolve("services/shop/src/main/java"));
    write("services/shop/docker/Dockerfile", "FROM a");
    write("services/shopping/Dockerfile", "FROM a");
    write("Dockerfile", "FROM a");

    Evidence evidence =
        OperationsFiles.read(
            root,
            List.of(
                new SourceRoot(
                    "shop-service",
                    root.resolve("services/shop/src/main/java"),
                    SourceFile.Role.MAIN)));

    assertThat(evidence.repository().operations())
        .extracting(OperationsFile::path, OperationsFile::module)
        .containsExactly(
            tuple("Dockerfile", ""),
            tuple("services/shop/docker/Dockerfile", "shop-service"),
            tuple("services/shopping/Dockerfile", ""));
  }

  @Test
  void other_files_and_folders_are_left_alone() throws IOException {
    for (String folder : List.of("target", "node_modules", ".git", ".cache", "a/src/test/k8s")) {
      write(folder + "/Dockerfile", "FROM a");
    }
    write("application.yml", "server: {port: 8080}");
    write("broken.yml", "a: [");

    Evidence evidence = read();

    assertThat(evidence.repository().operations()).isEmpty();
    assertThat(evidence.problems()).isEmpty();
  }

  @Test
  void aliases_that_multiply_stop_at_a_bound() throws IOException {
    StringBuilder bomb = new StringBuilder("apiVersion: v1\nkind: Pod\na0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a").append(i).append(": &a").append(i);
      bomb.append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]\n");
    }
    write("bomb.yaml", bomb.toString());

    Evidence evidence = read();

    assertThat(evidence.problems()).hasSize(1);
    assertThat(evidence.problems().first().message()).contains("aliases");
    assertThat(evidence.repository().operations().first().facts(Kind.UNREAD)).hasSize(1);
  }

  @Test
  void a_file_of_50_megabytes_is_named_and_not_read() throws IOException {
    byte[] large = new byte[50_000_000];
    Arrays.fill(large, (byte) '\n');
    byte[] head = "apiVersion: v1\nkind: Pod\n".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, large, 0, head.length);
    write("large.yaml", large);
    write("data.yaml", new byte[2_000_000]);

    Evidence evidence = read();

    assertThat(evidence.problems()).extracting(Problem::where).containsExactly("large.yaml");
    assertThat(evidence.problems().first().message()).contains("larger than 1 MiB");
    assertThat(evidence.repository().operations()).hasSize(1);
  }

  @Test
  void a_loop_of_links_ends_and_links_are_not_followed() throws IOException {
    write("app/Dockerfile", "FROM a");
    Files.createSymbolicLink(root.resolve("app/loop"), root);
    Files.createSymbolicLink(root.resolve("Dockerfile"), Path.of("app/Dockerfile"));

    assertThat(only().path()).isEqualTo("app/Dockerfile");
  }

  @Test
  void nothing_a_hostile_file_holds_escapes() throws IOException {
    String nested = "{a: ".repeat(5000);
    Stream<String> texts =
        Stream.of(
            "",
            "\u0000",
            "apiVersion: v1\nkind: Pod\nspec: " + nested,
            "apiVersion: v1\nkind: Pod\nspec: 7",
            "apiVersion: v1\nkind: Pod\nspec: {containers: {a: [1]}}",
            "apiVersion: v1\nkind: [Pod]\nmetadata: []",
            "apiVersion: v1\nkind: Pod\nspec: {containers: [[[]], 3, {resources: x}]}",
            "services: [1, {a: 2}]",
            "services: {a: , b: 1, c: {environment: 3, build: {context: \"\\0\"}}}",
            "FROM",
            "FROM ${A:-${B}} AS",
            "ENV " + "\\\n".repeat(10_000),
            "FROM a AS a\n".repeat(80_000),
            "FROM a AS a\nENV V" + "=$V$V JAVA_OPTS=-Xmx1 V".repeat(30_000),
            "RUN <<EOF <<EOF\nno end",
            "FROM a\nENV A=$A$A$A\nENV A=$A$A$A\nENV A=\"'\"\nCMD [",
            "FROM a\nENV JAVA_OPTS=" + "\"\\\"".repeat(50_000));
    int i = 0;
    for (String text : texts.toList()) {
      write(++i + "/Dockerfile", text);
      write(i + "/compose.yaml", text);
      write(i + "/any.yaml", text);
      write(i + "/Jenkinsfile", text);
    }

    assertThat(read().repository().operations()).hasSizeGreaterThan(40);
  }
}
