// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;

/** The Service in front of a shake. */
record ShakeServiceManifest(ShakeAppArgs args, ShakeService service, String namespace) {

    ObjectRef ref() {
        return new ObjectRef(Kind.SERVICE, namespace, args.name().value());
    }

    Wanted wanted() {
        Map<String, Object> port = Map.of(
                "port",
                service.port().value(),
                "targetPort",
                service.targetPort().value(),
                "protocol",
                "TCP");
        Map<String, Object> spec = Map.of(
                "type", service.type().toString(), "ports", List.of(port), "selector", ShakeDeployment.selector(args));
        Map<String, Object> metadata = Map.of("labels", ShakeDeployment.labels(args));
        return new Wanted.Present(Manifest.of(ref(), Map.of("metadata", metadata, "spec", spec)));
    }
}
