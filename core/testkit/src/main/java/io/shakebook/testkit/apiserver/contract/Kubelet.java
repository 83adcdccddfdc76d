// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;

/**
 * Plays scheduler and kubelet where the server has none: puts pods on a node, makes them ready, lets them go. Does nothing
 * where pods run by themselves. Paths are those of single pods.
 */
final class Kubelet {
    private final ApiClient api;
    private final boolean podsRun;

    Kubelet(ApiClient api, boolean podsRun) {
        this.api = api;
        this.podsRun = podsRun;
    }

    /** Puts the pod on a node, so that its deletion takes until {@link #letGo}. */
    void bind(String pod) {
        Answer live = api.get(pod).is(200);
        if (!podsRun && live.value("/spec/nodeName").isEmpty()) {
            api.post(pod + "/binding", """
                            {apiVersion: 'v1', kind: 'Binding', metadata: {name: '%s'},
                             target: {apiVersion: 'v1', kind: 'Node', name: 'node-1'}}""".formatted(live.value("/metadata/name")))
                    .is(201);
        }
    }

    /** Makes the pod run and be ready. */
    void makeReady(String pod) {
        bind(pod);
        if (!podsRun) {
            api.patch(ApiClient.MERGE_PATCH, pod + "/status", """
                            {status: {phase: 'Running', podIP: '10.1.0.1', podIPs: [{ip: '10.1.0.1'}],
                             startTime: '2026-01-01T00:00:00Z',
                             conditions: [{type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z'}]}}""").is(200);
        }
    }

    /** Lets a pod that was deleted end. */
    void letGo(String pod) {
        if (!podsRun) {
            api.delete(pod, "{gracePeriodSeconds: 0}").is(200);
        }
    }
}
