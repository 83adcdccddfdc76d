// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from a server's words what in the cluster stands against a write that its rules of access allow: webhooks, policies
 * and limits of a namespace. Sources: https://github.com/kubernetes/kubernetes, plugin/pkg/admission and
 * staging/src/k8s.io/apiserver/pkg/admission
 */
public final class Admission {
    private static final Pattern WEBHOOK_FAILED = Pattern.compile("failed calling webhook \"([^\"]+)\"");
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "admission webhook \"([^\"]+)\" denied the request",
                    "comply with what the webhook \"%s\" of \"%s\" demands, or ask whoever administers it"),
            new Rule(
                    "ValidatingAdmissionPolicy '([^']+)' with binding",
                    "comply with what the policy \"%s\" of \"%s\" demands, or ask whoever administers it"),
            new Rule(
                    "(?:exceeded|failed) quota: ([^,:]+)",
                    "make room in the ResourceQuota \"%s\" of the namespace on \"%s\", or have it raised"),
            new Rule(
                    "violates PodSecurity \"([^\"]+)\"",
                    "change the pods so that they keep to PodSecurity \"%s\" of the namespace on \"%s\""),
            new Rule(
                    "(?:maximum|minimum|max|min) ([\\w./-]+) (?:usage|storage|to limit ratio|limit to request ratio) ?",
                    "keep to the LimitRange for %s of the namespace on \"%s\""),
            new Rule(
                    "in namespace (\\S+) because it is being terminated",
                    "wait until the namespace \"%s\" is gone from \"%s\", and create it again"));

    private Admission() {}

    /** How somebody says no, and what to do then. */
    private record Rule(Pattern said, String remedy) {
        Rule(String said, String remedy) {
            this(Pattern.compile(said), remedy);
        }
    }

    /** What to do about a refusal, beginning with a verb; empty if none of these refused. */
    public static Optional<String> remedy(Refused refused, String cluster) {
        for (Rule rule : RULES) {
            Matcher said = rule.said().matcher(String.valueOf(refused.getMessage()));
            if (said.find()) {
                return Optional.of(String.format(rule.remedy(), said.group(1), cluster));
            }
        }
        return Optional.empty();
    }

    /** The webhook that gave the server no usable answer. A server asks its webhooks before it stores anything. */
    public static Optional<String> failedWebhook(String words) {
        Matcher failed = WEBHOOK_FAILED.matcher(words);
        return failed.find() ? Optional.of(failed.group(1)) : Optional.empty();
    }

    /** What to do about a webhook that fails, beginning with a verb; empty if that is not why. */
    public static Optional<String> webhookRemedy(String words, String cluster) {
        return failedWebhook(words)
                .map(name -> "have the webhook \"" + name + "\" mended by whoever administers \"" + cluster
                        + "\"; the cluster itself answers");
    }
}
