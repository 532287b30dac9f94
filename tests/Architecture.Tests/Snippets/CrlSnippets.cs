using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Crl.Download;
using MyNumber.Jpki.Revocation.Crl.Storage;
using MyNumber.Testing;
using MyNumber.TestKit;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class CrlSnippets
{
    [Fact]
    public async Task Large_list_is_streamed_in()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using TemporaryFolder folder = new();
        string path = folder.Write("list.crl", world.Authority.Crls.Publish(world.Authority.Of(CertificatePurpose.UserAuthentication).Current));
        TrustAnchorSet anchors = world.Anchors(CertificatePurpose.UserAuthentication);
        CrlStore lists = new(world.Clock);
        #region crl-stream
        await using FileStream file = File.OpenRead(path);
        VerificationReason reason = await lists.AddAsync(file, anchors);       // None: verified and held; the file was never whole in memory
        foreach (CrlHolding list in lists.Snapshot())
        {
            Console.WriteLine($"{list.EntryCount} entries, {list.IndexBytes} bytes, good until {list.NextUpdate:u}");
        }

        #endregion
        reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Lists_are_fetched_kept_and_renewed()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using TemporaryFolder temporary = new();
        TrustAnchorSet anchors = world.Anchors(CertificatePurpose.UserAuthentication);
        TimeProvider clock = world.Clock;
        string path = temporary.Path;
        Uri[] addresses = [new("http://127.0.0.1:1/full.crl")];
        using HttpClient http = new();
        using CancellationTokenSource stop = new();
        List<CrlDownloadOutcome> log = [];
        Action<CrlDownloadOutcome> report = outcome =>
        {
            log.Add(outcome);
            stop.Cancel();
        };
        #region crl-service
        CrlStore lists = new(clock);
        CrlFolder folder = new(path, lists, anchors);                          // a folder for each set of anchors
        IReadOnlyList<CrlFolderRow> found = await folder.LoadAsync();          // verified anew; damaged files are rows with a reason
        CrlDownloader downloader = new(http, lists, anchors, new CrlDownloadOptions { Addresses = addresses, Folder = folder }, clock);
        Task run = downloader.RunAsync(report, stop.Token);                    // until stop
        #endregion
        await Should.ThrowAsync<OperationCanceledException>(() => run);
        found.ShouldBeEmpty();
        log.ShouldHaveSingleItem().State.ShouldBe(CrlDownloadState.Unreachable);
    }
}
