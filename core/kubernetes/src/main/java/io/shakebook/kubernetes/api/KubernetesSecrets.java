// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.engine.change.Secrets;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.SecretPlace.InCluster;
import io.shakebook.spi.value.SecretRef;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/** Reads a Secret by its name each time, and leaves what lies on no cluster to the machine; nothing is kept. */
public final class KubernetesSecrets implements Secrets {
    private final Function<String, ClusterView> views;
    private final Secrets machine;

    /** @param machine opens what lies on no cluster */
    public KubernetesSecrets(Function<String, ClusterView> views, Secrets machine) {
        this.views = views;
        this.machine = machine;
    }

    @Override
    public String open(SecretRef ref) throws Missing, Unanswered {
        return ref.place() instanceof InCluster place ? open(ref, place) : machine.open(ref);
    }

    private String open(SecretRef ref, InCluster place) throws Missing, Unanswered {
        String encoded = views.apply(place.cluster())
                .get(new ObjectRef(Kind.SECRET, place.namespace(), place.name()))
                .flatMap(secret -> secret.at(FieldPath.of("data", place.key())))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElseThrow(() -> new Missing(ref));
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new Unanswered(place.cluster(), "the secret at " + ref.source() + " is not a text in UTF-8");
        }
    }
}
