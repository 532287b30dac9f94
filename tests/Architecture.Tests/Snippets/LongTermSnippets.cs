using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation.LongTerm;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class LongTermSnippets
{
    [Fact]
    public async Task Signature_is_judged_years_later()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        byte[] cms = await BankSnippets.SignAsync(world.Holder, "申込書"u8.ToArray());
        DocumentVerificationResult result = await new DocumentVerifier(world.CreateValidator(CertificatePurpose.Signature)).VerifyAsync(cms);
        EvidenceStore archive = new(new InMemoryEvidenceVault(), world.Clock);
        DateTimeOffset day = world.Clock.GetUtcNow();
        string id = archive.Store(new EvidenceEntry("contract-1", VerificationEvidence.From(result), cms), new EvidenceAccess("counter-7", "account opening"));
        world.Clock.Advance(TimeSpan.FromDays(6 * 365));
        TrustAnchorSet anchors = world.Anchors(CertificatePurpose.Signature);
        TimeProvider clock = world.Clock;
        TimestampVerifier? timestamps = null;
        #region long-term-verify
        EvidenceReading reading = archive.Read(id, new EvidenceAccess("auditor-2", "dispute 17"));               // the access is on record
        ArchivedEvidence evidence = ArchivedEvidence.From(reading.Entry!, archivedAt: day);
        LongTermVerifier past = new(anchors, timestamps, clock);                                                 // anchors that have ended are still pinned here
        LongTermResult strict = past.Verify(evidence);                                                           // at the timestamp's instant; without one for now, and it has expired
        LongTermResult then = past.Verify(evidence, day.AddMinutes(1));                                          // at an instant of your choice
        string told = VerificationReport.OfPast(then).ToText(ReportLanguage.Japanese);
        #endregion
        (strict.Outcome, strict.Reason).ShouldBe((VerificationOutcome.Invalid, VerificationReason.Expired));
        (then.Outcome, then.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ExistenceNotProven));
        told.ShouldNotBeEmpty();
        #region long-term-own-time
        LongTermOptions believing = new() { TakeTheArchivesOwnTimeForProofOfExistence = true };                  // whoever can write into the archive can date back
        LongTermResult believed = new LongTermVerifier(anchors, timestamps, clock, believing).Verify(evidence, day.AddMinutes(1));
        #endregion
        (believed.Outcome, believed.Proof).ShouldBe((VerificationOutcome.Valid, ExistenceProof.ArchiveTime));
    }
}
