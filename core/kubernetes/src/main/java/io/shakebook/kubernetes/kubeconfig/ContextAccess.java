// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.http.Endpoint;
import io.shakebook.kubernetes.kubeconfig.Kubeconfig.Entry;
import io.shakebook.spi.kube.Manifest;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns a context that an inventory names into an endpoint, or says why not. */
public final class ContextAccess {
    private static final Pattern HOST = Pattern.compile(
            "(?!.{254})[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private final Surroundings surroundings;
    private final Clock clock;

    /** @param clock tells when a token expires */
    public ContextAccess(Surroundings surroundings, Clock clock) {
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** The server's URL, for people; nothing but the kubeconfig is read. */
    public String server(ClusterEntry.Kubeconfig access) throws Unusable {
        Kubeconfig config = read(access);
        return server(config, cluster(config, access), access).toString();
    }

    /** The files that count, for people. */
    public String files(ClusterEntry.Kubeconfig access) throws Unusable {
        return read(access).shown();
    }

    /** What the user of the context has to be let in with, in words; never the secret itself. */
    public String credential(ClusterEntry.Kubeconfig access) throws Unusable {
        Kubeconfig config = read(access);
        return user(config, access).words();
    }

    /** All that is needed to speak to the cluster. Files that the kubeconfig names are read; no command is run. */
    public Endpoint endpoint(ClusterEntry.Kubeconfig access) throws Unusable {
        Kubeconfig config = read(access);
        Entry cluster = cluster(config, access);
        Manifest context = config.context(access.context()).fields();
        UserCredentials user = user(config, access);
        Optional<String> authority = Pem.of(cluster, "certificate-authority");
        boolean unverified = cluster.fields().at("insecure-skip-tls-verify").equals(Optional.of(true));
        if (unverified && authority.isPresent()) {
            throw new Unusable("cluster \"" + context.text("cluster") + "\" of the kubeconfig " + config.shown()
                    + " has a certificate-authority and insecure-skip-tls-verify: take out one of them");
        }
        return new Endpoint(
                server(config, cluster, access),
                authority,
                unverified,
                user.certificate(),
                user.credential(),
                proxy(cluster),
                otherName(cluster));
    }

    /** Not a guess: with another name than the one that is meant, another server would be believed. */
    private static Optional<String> otherName(Entry cluster) throws Unusable {
        Optional<Object> name = cluster.fields().at("tls-server-name").filter(value -> !value.equals(""));
        if (name.isPresent() && !HOST.matcher(String.valueOf(name.get())).matches()) {
            throw new Unusable(
                    "the tls-server-name in the kubeconfig is no host name: use one that the certificate has");
        }
        return name.map(String::valueOf);
    }

    private UserCredentials user(Kubeconfig config, ClusterEntry.Kubeconfig access) throws Unusable {
        String name = config.context(access.context()).fields().text("user");
        return new UserCredentials(
                name, config.user(name, access.context()), cluster(config, access), surroundings, clock);
    }

    private Kubeconfig read(ClusterEntry.Kubeconfig access) throws Unusable {
        return Kubeconfig.read(KubeconfigFiles.of(access.path(), surroundings));
    }

    private static Entry cluster(Kubeconfig config, ClusterEntry.Kubeconfig access) throws Unusable {
        Manifest context = config.context(access.context()).fields();
        return config.cluster(context.text("cluster"), access.context());
    }

    private static URI server(Kubeconfig config, Entry cluster, ClusterEntry.Kubeconfig access) throws Unusable {
        URI server = url(cluster.fields().text("server"), config);
        if (access.server().isPresent() && !same(url(access.server().get(), config), server)) {
            throw new Unusable("context \"" + access.context() + "\" of the kubeconfig " + config.shown() + " leads to "
                    + server + ", but the inventory pins " + access.server().get());
        }
        return server;
    }

    /** As HTTP has it: case of the host and the usual port make no difference. */
    private static boolean same(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other)
                && one.getRawPath().equals(other.getRawPath());
    }

    private static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    }

    private static URI url(String text, Kubeconfig config) throws Unusable {
        try {
            URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (url.getRawUserInfo() != null) {
                throw new Unusable(
                        "the kubeconfig " + config.shown() + " or the inventory has a server with a name or a"
                                + " password in its URL: write them into a user of the kubeconfig");
            }
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException notOne) {
            // told below
        }
        throw new Unusable(
                "the kubeconfig " + config.shown() + " or the inventory has a server that is no URL: \"" + text + "\"");
    }

    private static Optional<URI> proxy(Entry cluster) throws Unusable {
        String proxy = cluster.fields().text("proxy-url");
        if (!proxy.isEmpty() && !proxy.matches("http://[^@/]+/?")) {
            throw new Unusable("the proxy-url in the kubeconfig is not supported: use an HTTP proxy without"
                    + " password, as in http://proxy:3128");
        }
        if (!proxy.isEmpty() && !cluster.fields().text("tls-server-name").isEmpty()) {
            throw new Unusable(
                    "tls-server-name and proxy-url together in the kubeconfig are not supported: use the name"
                            + " that the certificate has as server");
        }
        return proxy.isEmpty() ? Optional.empty() : Optional.of(URI.create(proxy));
    }
}
