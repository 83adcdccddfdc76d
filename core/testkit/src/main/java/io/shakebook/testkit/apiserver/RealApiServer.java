// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real kube-apiserver with its etcd, and its controllers if wished, in a temporary folder on loopback. Everything is
 * gone after {@link #close}, which may be called twice and is called at the end of the JVM at the latest.
 */
public final class RealApiServer implements AutoCloseable {
    private final RealApiServerFolder folder;
    private final ControlPlane processes;
    private final Thread atExit;
    private final ApiServer server;

    private RealApiServer(RealApiServerFolder folder, ControlPlane processes, Thread atExit, ApiServer server) {
        this.folder = folder;
        this.processes = processes;
        this.atExit = atExit;
        this.server = server;
    }

    /** The folder with {@code etcd} and {@code kube-apiserver} that {@code KUBEBUILDER_ASSETS} names, if it does. */
    public static Optional<Path> assets(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("KUBEBUILDER_ASSETS"))
                .filter(named -> !named.isBlank())
                .map(Path::of);
    }

    /** That folder, by this process's environment; without it the test is skipped, and says why. */
    public static Path assetsOrSkip() {
        Optional<Path> assets = assets(System.getenv());
        assumeTrue(assets.isPresent(), "KUBEBUILDER_ASSETS names no folder with etcd and kube-apiserver");
        return assets.get();
    }

    /** Starts a server without controllers and waits until it is ready. On failure nothing is left behind. */
    public static RealApiServer start(Path assets) throws IOException {
        return start(assets, false);
    }

    /** Starts a server with kube-controller-manager, which must be in the folder too: pods are made and stay Pending. */
    public static RealApiServer startWithControllers(Path assets) throws IOException {
        return start(assets, true);
    }

    private static RealApiServer start(Path assets, boolean controllers) throws IOException {
        RealApiServerFolder folder = RealApiServerFolder.create();
        ControlPlane processes = new ControlPlane(assets, folder);
        // before the first process: a JVM that is ended during the start must not leave one behind
        Thread atExit = new Thread(() -> end(processes, folder), "end kube-apiserver");
        Runtime.getRuntime().addShutdownHook(atExit);
        boolean started = false;
        try {
            ApiServer server = processes.start(
                    controllers ? EnumSet.of(Ability.EXPIRY, Ability.CONTROLLERS) : EnumSet.of(Ability.EXPIRY));
            if (controllers) {
                processes.startControllers();
            }
            RealApiServer real = new RealApiServer(folder, processes, atExit, server);
            started = true;
            return real;
        } finally {
            if (!started) {
                end(processes, folder);
            }
        }
    }

    private static void end(ControlPlane processes, RealApiServerFolder folder) {
        processes.close();
        folder.delete();
    }

    /** Where it is and how to talk to it, as a cluster administrator. */
    public ApiServer server() {
        return server;
    }

    /** The administrator's bearer token. */
    public String token() {
        return folder.token();
    }

    /**
     * A kubeconfig file with the context {@code real} of the administrator, and {@code operator} of a user who may do
     * nothing until somebody grants it; deleted with the server.
     */
    public Path kubeconfig() {
        return folder.kubeconfig();
    }

    /** Kills the API server, as if its machine had gone; what it stored stays. */
    public void stopServer() {
        processes.stopServer();
    }

    /** Starts the API server again at the same address and waits until it is ready. */
    public void startServerAgain() throws IOException {
        processes.startServerAgain(server);
    }

    /** Every request answered so far, oldest first, those of the server's own components included. */
    public List<AuditEntry> audit() {
        return folder.audit();
    }

    @Override
    public void close() {
        end(processes, folder);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // the JVM is on its way out: the hook runs by itself
        }
    }
}
