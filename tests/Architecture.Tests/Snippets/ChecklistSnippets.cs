using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Crl.Download;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class ChecklistSnippets
{
    [Fact]
    public async Task Document_goes_the_whole_road()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using HttpClient http = new();
        TimeProvider clock = world.Clock;
        byte[] cms = await BankSnippets.SignAsync(world.Holder, "申込書"u8.ToArray());
        TrustAnchorLoader loader = TrustAnchorLoader.ForTable(CertificatePurpose.Signature, JpkiEnvironment.Lab, [.. world.Anchors(CertificatePurpose.Signature).Anchors.Select((anchor, index) => AuthorityRecord.Of(anchor, CertificatePurpose.Signature, index + 1))]);
        TrustAnchorFile[] anchorFiles = [.. world.Authority.Anchors(CertificatePurpose.Signature).Select((der, index) => new TrustAnchorFile($"{index}.cer", der.ToArray()))];
        Uri responderAddress = world.OcspAddress;
        Uri[] listAddresses = [new Uri(world.CrlAddress, "sign/current/full.crl")];
        IEvidenceVault vault = new InMemoryEvidenceVault();
        #region jpki-road
        // 1 anchors: files held to the table, ForProduction of the real service; WithoutFingerprints for a lab's bundle (mynumber ca init)
        TrustAnchorLoadResult loaded = loader.Load(anchorFiles, [CertificateProfiles.CardSignature]);
        TrustAnchorSet anchors = loaded.Anchors ?? throw new InvalidDataException(loaded.ToString());            // which file, and why not

        // 2 status: the responder at an opening, the lists when it is down
        CrlStore lists = new(clock);
        CrlDownloader downloader = new(http, lists, anchors, new CrlDownloadOptions { Addresses = listAddresses }, clock);
        IReadOnlyList<CrlDownloadOutcome> fetched = await downloader.RefreshAsync();
        OcspClient responder = new(http, new OcspOptions { ResponderAddress = responderAddress }, clock);
        RevocationSourceSequence status = new(RevocationSequencePolicy.NextWhenUnreachable, responder, lists);

        // 3 verification: profile, pinned issuer, period, signatures, status; it never throws for what came from outside
        DocumentVerifier documents = new(new CertificateValidator(anchors, status, clock));
        DocumentVerificationResult result = await documents.VerifyAsync(cms);

        // 4 a report for the clerk and the log: no attribute and no serial is in it
        string told = VerificationReport.OfDocument(result).ToText(ReportLanguage.Japanese);

        // 5 evidence, of a refusal too
        EvidenceStore archive = new(vault, clock);
        string id = archive.Store(new EvidenceEntry("contract-1", VerificationEvidence.From(result), cms), new EvidenceAccess("counter-7", "account opening"));
        bool goesOn = result.Outcome == VerificationOutcome.Valid;                                               // Undetermined is no yes
        #endregion
        goesOn.ShouldBeTrue(told);
        fetched.ShouldHaveSingleItem().State.ShouldBe(CrlDownloadState.Taken);
        told.ShouldNotContain(world.Holder.Person.Attributes.Name);
        archive.Read(id, new EvidenceAccess("auditor", "test")).State.ShouldBe(EvidenceReadState.Intact);
    }

    [Fact]
    public async Task Nonce_is_used_up_before_the_document_is_looked_at()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        TimeProvider clock = world.Clock;
        DocumentVerifier documents = new(world.CreateValidator(CertificatePurpose.Signature));
        string session = "session-1";
        #region checklist-nonce
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        InMemoryChallengeStore store = new(clock);                             // several servers: one shared IChallengeStore
        HolderChallenges challenges = new(store, clock, random);
        HolderChallenge once = await challenges.IssueAsync("https://bank.example", session) ?? throw new InvalidOperationException("busy");
        byte[] asked = Compose(once.Id);                                       // the server's text with the nonce in it, kept with the session
        byte[] cms = await SignOnTheCustomersSide(asked);

        HolderChallenge? taken = await store.TryTakeAsync(once.Id);             // first, and whatever comes after: a second try finds nothing
        bool isFresh = taken is { Origin: "https://bank.example" } && taken.Session == session && clock.GetUtcNow() < taken.ExpiresAt;
        DocumentVerificationResult? result = isFresh ? await documents.VerifyAsync(cms) : null;
        bool isWhatWasAsked = result?.Content is { } content && content.Span.SequenceEqual(asked);     // null unless valid
        #endregion
        isWhatWasAsked.ShouldBeTrue();
        (await store.TryTakeAsync(once.Id)).ShouldBeNull();

        byte[] Compose(string nonce) => System.Text.Encoding.UTF8.GetBytes($"口座開設申込\n{nonce}\n");

        Task<byte[]> SignOnTheCustomersSide(byte[] content) => BankSnippets.SignAsync(world.Holder, content);
    }

    [Theory]
    [InlineData("a held card", true, "not now: the certificate is on hold")]
    [InlineData("a good one", false, "go on")]
    public async Task Answer_leads_to_a_decision(string row, bool isHeld, string expected)
    {
        await using LabWorld world = await LabWorld.StartAsync();
        byte[] cms = await BankSnippets.SignAsync(world.Holder, "申込書"u8.ToArray());
        if (isHeld)
        {
            world.Authority.ReportLost(world.Holder.Certificates);
        }

        DocumentVerificationResult result = await new DocumentVerifier(world.CreateValidator(CertificatePurpose.Signature)).VerifyAsync(cms);
        #region checklist-decide
        string decision = (result.Outcome, result.Reason) switch
        {
            (VerificationOutcome.Valid, _) => "go on",
            (VerificationOutcome.Invalid, VerificationReason.Held) => "not now: the certificate is on hold",     // not revoked: close and delete nothing
            (VerificationOutcome.Invalid, _) => $"refuse: {ReasonTexts.Find(result.Reason).English}",
            _ => $"later: {ReasonTexts.Find(result.Reason).NextEnglish}",                                        // never as if valid
        };
        #endregion
        decision.ShouldBe(expected, row);
    }
}
