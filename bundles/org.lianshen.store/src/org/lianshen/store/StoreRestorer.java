package org.lianshen.store;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.Restorer;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Hands a backup to the kind of store that the location asks for; a backup of one kind can be brought back into the other. */
@Component(service = Restorer.class)
public final class StoreRestorer implements Restorer {

    private final List<StoreProvider> providers;

    @Activate
    public StoreRestorer(@Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY) List<StoreProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    @Override
    public Copy restore(Path file, StoreLocation location, Progress progress) {
        return providers.stream().filter(provider -> provider.handles(location)).findFirst()
                .orElseThrow(() -> UserProblem.of("store.serverUrl", location.toString())).restore(file, location, progress);
    }
}
