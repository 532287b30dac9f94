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
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Numbering.People;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class ChecklistSnippets
{
    /// <summary>What somebody posts to the bank.</summary>
    public enum Posting
    {
        Asked,
        AskedTwice,
        OtherText,
        TooLate,
        Changed,
    }

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

        // 3 verification: profile, pinned issuer, period, signatures, status; it never throws for what came from outside. The nonce of your text is taken before it: the checklist
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

    [Theory]
    [InlineData("what was asked for", Posting.Asked, "AccountOpening(Linked, Linked)")]
    [InlineData("the same octets a second time", Posting.AskedTwice, "AccountOpening(Linked, Linked)")]
    [InlineData("another text, validly signed", Posting.OtherText, "")]
    [InlineData("the text after its time", Posting.TooLate, "")]
    [InlineData("the text with a changed letter", Posting.Changed, "")]
    public async Task Only_what_was_asked_for_opens_an_account_and_once(string row, Posting posting, string expected)
    {
        await using LabWorld world = await LabWorld.StartAsync();
        TimeProvider clock = world.Clock;
        DocumentVerifier documents = new(world.CreateValidator(CertificatePurpose.Signature));
        AccountLinks links = new(new InMemoryAccountLinkStore(), world.Authority.Links, world.Authority.Links, clock);
        EvidenceStore archive = new(new InMemoryEvidenceVault(), clock);
        FourAttributes form = world.Holder.Person.Attributes;
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        string session = "session-1";
        List<string> openings = [];
        #region checklist-nonce
        InMemoryChallengeStore store = new(clock);                             // once, at the start; several servers: one shared IChallengeStore
        HolderChallenges challenges = new(store, clock, random);

        HolderChallenge once = await challenges.IssueAsync("https://bank.example", session) ?? throw new InvalidOperationException("busy");
        byte[] asked = Compose(once.Id);                                       // the server's text with the nonce in it; once.Id and asked stay with the session
        #endregion
        byte[] posted = await BankSnippets.SignAsync(world.Holder, posting == Posting.OtherText ? "別の申込書"u8.ToArray() : asked);
        if (posting == Posting.Changed)
        {
            posted[posted.AsSpan().IndexOf("口座"u8)] ^= 1;
        }

        if (posting == Posting.TooLate)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        for (int times = posting == Posting.AskedTwice ? 2 : 1; times > 0; times--)
        {
            await ReceiveAsync(posted);
        }

        string.Join(' ', openings).ShouldBe(expected, row);
        (await store.TryTakeAsync(once.Id)).ShouldBeNull(row);

        async Task ReceiveAsync(byte[] cms)
        {
            #region checklist-receive
            HolderChallenge? taken = await store.TryTakeAsync(once.Id);                 // first, and whatever comes after: a second try finds nothing
            bool isFresh = taken is { Origin: "https://bank.example" } && taken.Session == session && clock.GetUtcNow() < taken.ExpiresAt;
            if (!isFresh)
            {
                return;                                                                // never asked for, too late, or posted a second time: not even looked at
            }

            DocumentVerificationResult result = await documents.VerifyAsync(cms);      // the only verification: certificate, path, signature, status; fails closed
            bool isWhatWasAsked = result.Content is { } content && content.Span.SequenceEqual(asked);
            if (result.Outcome == VerificationOutcome.Valid && !isWhatWasAsked)
            {
                return;                                                                // validly signed, and not what was asked for
            }
            #endregion
            #region bank-checklist
            EvidenceEntry entry = new("contract-1", VerificationEvidence.From(result), cms);
            string record = archive.Store(entry, new EvidenceAccess("counter-7", "account opening"));
            if (result.Outcome != VerificationOutcome.Valid)
            {
                return;                                                                    // the refusal is on record too
            }

            HolderAttributes holder = result.Holder!;
            FourAttributesComparison match = FourAttributesComparison.Compare(
                form, holder.Attributes, holder.NameSubstitutes, holder.AddressSubstitutes, ComparisonReach.OtherForms);
            if (match.Verdict != ComparisonVerdict.Match)
            {
                SendToClerk(match);                                                        // each place that was folded, and no character
                return;
            }

            AccountOpening opening = await links.OpenAsync("account-1", result.Signer!);   // S, then R by the serial link
            bool canLogIn = opening.IsComplete;                                            // false: no link yet, call it again later
            #endregion
            canLogIn.ShouldBeTrue(row);
            archive.Read(record, new EvidenceAccess("auditor", "test")).State.ShouldBe(EvidenceReadState.Intact);
            openings.Add(opening.ToString());
        }

        static byte[] Compose(string nonce) => System.Text.Encoding.UTF8.GetBytes($"口座開設申込\n{nonce}\n");

        static void SendToClerk(FourAttributesComparison report) => report.Rows.ShouldBeEmpty();
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
