// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.shakebook.testkit.git.GitProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** {@code git http-backend} behind the JDK's web server, with a certificate that only its own file vouches for. */
final class WebServer implements AutoCloseable {
    private static final String STORE_PASSWORD = "changeit";

    private final HttpServer server;
    private final Path repositories;
    private final String scheme;
    /** {@code user:password} that is asked for. */
    private Optional<String> login = Optional.empty();
    /** What was asked, and with which login. */
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private WebServer(HttpServer server, Path repositories, String scheme) {
        this.server = server;
        this.repositories = repositories;
        this.scheme = scheme;
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    static WebServer plain(Path repositories) throws IOException {
        return new WebServer(HttpServer.create(any(), 0), repositories, "http");
    }

    /** @param keys where {@link #certificate} has put them */
    static WebServer secure(Path repositories, Path keys) throws IOException {
        try (InputStream in = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, STORE_PASSWORD.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, STORE_PASSWORD.toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(factory.getKeyManagers(), null, null);
            HttpsServer server = HttpsServer.create(any(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new WebServer(server, repositories, "https");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static InetSocketAddress any() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** @return its PEM file, beside the keys */
    static Path certificate(Path keys) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Path pem = keys.resolveSibling("authority.pem");
        run(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "git",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                STORE_PASSWORD,
                "-keystore",
                keys.toString());
        run(
                keytool.toString(),
                "-exportcert",
                "-rfc",
                "-alias",
                "git",
                "-storepass",
                STORE_PASSWORD,
                "-keystore",
                keys.toString(),
                "-file",
                pem.toString());
        return pem;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    WebServer asking(String user, String password) {
        login = Optional.of(user + ":" + password);
        return this;
    }

    String url(String repository) {
        return scheme + "://localhost:" + server.getAddress().getPort() + "/" + repository;
    }

    List<String> seen() {
        return seen;
    }

    /** Answers a path below {@code /moved/} with the way to another place. */
    WebServer sendingOnTo(String place) {
        server.createContext("/moved/", exchange -> {
            seen.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            String rest = exchange.getRequestURI().toString().substring("/moved".length());
            exchange.getResponseHeaders().add("Location", place + rest);
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        seen.add(exchange.getRequestURI() + " " + authorization);
        String expected = login.map(one -> "Basic " + Base64.getEncoder().encodeToString(one.getBytes(UTF_8)))
                .orElse(null);
        if (expected != null && !expected.equals(authorization)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        try (exchange) {
            backend(exchange);
        }
    }

    private void backend(HttpExchange exchange) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        GitProgram.isolate(environment);
        environment.put("GIT_PROJECT_ROOT", repositories.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        environment.put("REMOTE_USER", "someone");
        environment.put("REMOTE_ADDR", "127.0.0.1");
        header(exchange, "Content-Type").ifPresent(value -> environment.put("CONTENT_TYPE", value));
        header(exchange, "Content-Encoding").ifPresent(value -> environment.put("HTTP_CONTENT_ENCODING", value));
        header(exchange, "Git-Protocol").ifPresent(value -> environment.put("HTTP_GIT_PROTOCOL", value));
        Process process = builder.start();
        byte[] body = exchange.getRequestBody().readAllBytes();
        environment.put("CONTENT_LENGTH", Integer.toString(body.length));
        try (OutputStream in = process.getOutputStream()) {
            in.write(body);
        }
        respond(exchange, process.getInputStream());
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private static void respond(HttpExchange exchange, InputStream answer) throws IOException {
        int status = 200;
        for (String line = line(answer); !line.isEmpty(); line = line(answer)) {
            String[] parts = line.split(": ", 2);
            if (parts[0].equals("Status")) {
                status = Integer.parseInt(parts[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(parts[0], parts[1]);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        answer.transferTo(exchange.getResponseBody());
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            line.write(one);
        }
        return line.toString(UTF_8).strip();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
