// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Plain words for what can go wrong on a line. The client's exceptions often have no message, so their types are read. */
final class Words {

    private Words() {}

    /**
     * What happened, and whether asking again may help.
     *
     * @param met whether this server answered before
     */
    static Unreached of(Throwable thrown, Endpoint endpoint, boolean met) {
        String server = endpoint.server().toString();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLong) {
                return Unreached.tooLong(cause.getMessage() + ": " + server);
            }
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return new Unreached("the host name of " + endpoint.way() + " cannot be resolved", false).unsent();
            }
            if (cause instanceof CertificateException) {
                return new Unreached("the certificate of " + server + distrust(cause, unsigned(endpoint)), false)
                        .unsent();
            }
            if (tunnel(cause) && endpoint.proxy().isPresent()) {
                return new Unreached(
                                endpoint.way() + " opens no line: "
                                        + message(cause).replace("Tunnel failed, got: ", "answer "),
                                true)
                        .unsent();
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String words = words(cause);
            if (!words.isEmpty()) {
                // a connection is tried for seconds by the system itself: asking again would only take as long again
                boolean lasting = cause instanceof SSLException && !hungUp(cause);
                boolean passing = !lasting && (met || !(cause instanceof HttpConnectTimeoutException));
                Unreached told = new Unreached(words + (neverConnected(cause) ? endpoint.way() : server), passing);
                return neverConnected(cause) || hungUp(cause) ? told.unsent() : told;
            }
        }
        return new Unreached(unforeseen(thrown) + server, true);
    }

    private static String message(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }

    /** What the JDK says when a proxy refuses to connect us; not a word was sent to the server. */
    private static boolean tunnel(Throwable cause) {
        return message(cause).startsWith("Tunnel failed");
    }

    private static String unsigned(Endpoint endpoint) {
        return endpoint.authority().isPresent()
                ? "no certificate-authority of the kubeconfig has signed it; was that of the cluster renewed?"
                : "no public authority has signed it, and the kubeconfig has no certificate-authority";
    }

    /** What is wrong with the dates stands deep below, and a class is often named on the way. */
    private static String distrust(Throwable thrown, String unsigned) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return " has expired (" + cause.getMessage() + ")";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return " is not valid yet (" + cause.getMessage() + "): is the clock of this machine right?";
            }
        }
        String why = String.valueOf(thrown.getMessage()).replaceAll("[\\w.$]+Exception: ", "");
        return " is not trusted: " + (why.contains("unable to find valid certification path") ? unsigned : why);
    }

    private static boolean neverConnected(Throwable cause) {
        return cause instanceof HttpConnectTimeoutException
                || cause instanceof NoRouteToHostException
                || cause instanceof ConnectException;
    }

    /** Whether nothing more happened than that no connection came about. */
    static boolean unconnected(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (neverConnected(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it took all the time that a connection may take. */
    static boolean slow(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** In the middle of the handshake, as a balancer does whose server is gone: not a word was sent yet. */
    private static boolean hungUp(Throwable cause) {
        return cause instanceof SSLHandshakeException
                && String.valueOf(cause.getMessage()).contains("terminated the handshake");
    }

    private static String words(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection in time to ";
        }
        if (cause instanceof HttpTimeoutException) {
            return "no answer in time from ";
        }
        if (cause instanceof NoRouteToHostException) {
            return "no route to ";
        }
        if (cause instanceof ConnectException) {
            return cause.getMessage() == null || message.contains("refused")
                    ? "connection refused at "
                    : "no connection (" + message + ") to ";
        }
        if (hungUp(cause)) {
            return "connection closed before anything was asked by ";
        }
        if (cause instanceof SSLException) {
            return "TLS failed (" + message + ") with ";
        }
        if (message.contains("Connection reset") || message.contains("Broken pipe")) {
            return "connection reset by ";
        }
        boolean closed = cause instanceof EOFException
                || cause instanceof ClosedChannelException
                || message.contains("received no bytes")
                || message.contains("EOF reached while reading")
                || message.contains("closed");
        return closed ? "connection closed without a whole answer by " : "";
    }

    /** For what nobody has seen yet: its message, if it has one; the name of a class is no help to anybody. */
    private static String unforeseen(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "no usable answer " + (cause.getMessage() == null ? "" : "(" + cause.getMessage() + ") ") + "from ";
    }

    /** {@code 2 s}, {@code 8.3 s} or {@code 250 ms}. */
    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0 && millis < 1000) {
            return millis + " ms";
        }
        long tenths = (millis + 50) / 100;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
    }
}
