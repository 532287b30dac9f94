using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Validation.LongTerm;

namespace MyNumber.Jpki.Tests.Validation.LongTerm;

public sealed class LongTermVerifierTests : IDisposable
{
    private static readonly DateTimeOffset Stamped = PastDesk.Stamped;

    private readonly PastDesk _past = new();

    public void Dispose() => _past.Dispose();

    [Fact]
    public void Stamped_document_with_the_list_of_its_day_was_valid_then_though_its_certificate_has_expired_since()
    {
        LongTermResult result = _past.Verify(_past.Archive with { RevocationLists = [_past.List(Stamped.AddHours(-12))] });
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Valid, VerificationReason.None));
        (result.At, result.Proof, result.ExistedAt).ShouldBe((Stamped, ExistenceProof.Timestamp, Stamped));
        result.State.ShouldBe(CertificateState.Good);
        result.Holder.ShouldNotBeNull();
        result.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Stamped_document_with_the_answer_of_its_minute_was_valid_then() =>
        _past.Verify(_past.Archive with { OcspResponses = [_past.Response(Stamped.AddMinutes(-5))] }).Outcome.ShouldBe(VerificationOutcome.Valid);

    [Fact]
    public void Today_the_same_document_is_not_valid()
    {
        LongTermResult result = _past.VerifyAt(_past.Archive with { RevocationLists = [_past.List(Stamped.AddHours(-12))] }, _past.Later);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, VerificationReason.Expired));
        result.Holder.ShouldBeNull();
    }

    [Fact]
    public void Revocation_after_the_instant_does_no_harm()
    {
        byte[] ofTheDay = _past.List(Stamped.AddHours(-12)), later = _past.ListWithSigner(Stamped.AddDays(30), Stamped.AddDays(3), 1);
        _past.Verify(_past.Archive with { RevocationLists = [ofTheDay, later] }).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public void Revocation_after_the_instant_alone_does_not_say_that_there_was_no_hold()
    {
        byte[] later = _past.ListWithSigner(Stamped.AddDays(30), Stamped.AddDays(3), 1);
        LongTermResult result = _past.Verify(_past.Archive with { RevocationLists = [later] });
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusNotAboutInstant));
    }

    [Theory]
    [InlineData("revoked before", -60, 1, VerificationReason.Revoked)]
    [InlineData("revoked in the same second", 0, 4, VerificationReason.Revoked)]
    [InlineData("held before", -60, 6, VerificationReason.Held)]
    [InlineData("held in the same second", 0, 6, VerificationReason.Held)]
    public void State_that_began_by_the_instant_counts_also_when_it_was_learnt_later(string row, int seconds, int reason, VerificationReason expected)
    {
        byte[] ofTheDay = _past.List(Stamped.AddHours(-12));
        byte[] later = _past.ListWithSigner(Stamped.AddDays(10), Stamped.AddSeconds(seconds), reason);
        LongTermResult result = _past.Verify(_past.Archive with { RevocationLists = [ofTheDay, later] });
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, expected), row);
    }

    [Fact]
    public void Hold_on_a_card_lasts_so_an_old_list_that_has_it_still_counts() =>
        _past.Verify(_past.Archive with { RevocationLists = [_past.ListWithSigner(Stamped.AddDays(-20), Stamped.AddDays(-21), 6)] }).Reason.ShouldBe(VerificationReason.Held);

    [Fact]
    public void Hold_after_the_instant_does_no_harm() =>
        _past.Verify(_past.Archive with { RevocationLists = [_past.ListWithSigner(Stamped.AddDays(30), Stamped.AddSeconds(1), 6)] }).Outcome.ShouldBe(VerificationOutcome.Valid);

    [Theory]
    [InlineData("a list that ended before", -3.0)]
    [InlineData("a list from after the certificate's end, which has forgotten it", 365.0 * 3.5)]
    public void Good_that_is_not_about_the_instant_proves_nothing(string row, double days)
    {
        LongTermResult result = _past.Verify(_past.Archive with { RevocationLists = [_past.List(Stamped.AddDays(days))] });
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusNotAboutInstant), row);
    }

    [Fact]
    public void Later_good_list_of_the_certificates_lifetime_shows_the_past_of_a_card() =>
        _past.Verify(_past.Archive with { RevocationLists = [_past.List(Stamped.AddDays(100))] }).Outcome.ShouldBe(VerificationOutcome.Valid);

    [Fact]
    public void Without_any_status_nothing_is_decided()
    {
        LongTermResult result = _past.Verify(_past.Archive);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusNotAtHand));
    }

    [Fact]
    public void Status_that_fails_its_own_check_is_no_status()
    {
        byte[] damaged = _past.List(Stamped.AddHours(-12));
        damaged[^1] ^= 1;
        byte[] forged = _past.Response(Stamped.AddMinutes(-5), changeResponse: response => response with { SignerKey = 5 });
        _past.Verify(_past.Archive with { RevocationLists = [damaged] }).Reason.ShouldBe(VerificationReason.StatusSignatureInvalid);
        _past.Verify(_past.Archive with { RevocationLists = [new byte[] { 0x30 }] }).Reason.ShouldBe(VerificationReason.StatusMalformed);
        _past.Verify(_past.Archive with { OcspResponses = [forged] }).Reason.ShouldBe(VerificationReason.StatusSignatureInvalid);
        _past.Verify(_past.Archive with { OcspResponses = [new byte[] { 0x30 }] }).Reason.ShouldBe(VerificationReason.StatusMalformed);
    }

    [Fact]
    public void Status_about_another_certificate_is_no_status() =>
        _past.Verify(_past.Archive with { OcspResponses = [_past.Response(Stamped, answer => answer with { Serial = [0x55] })] })
            .Reason.ShouldBe(VerificationReason.StatusForOtherCertificate);

    [Fact]
    public void Status_from_the_future_is_no_status() =>
        _past.Verify(_past.Archive with { OcspResponses = [_past.Response(_past.Later.AddDays(1))] }).Reason.ShouldBe(VerificationReason.StatusStale);

    [Fact]
    public void Unknown_beside_good_is_a_contradiction()
    {
        byte[] unknown = _past.Response(Stamped, answer => answer with { Status = "unknown" });
        LongTermResult result = _past.Verify(_past.Archive with { RevocationLists = [_past.List(Stamped.AddHours(-1))], OcspResponses = [unknown] });
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusSourcesDisagree));
    }

    [Fact]
    public void Signature_is_not_shown_to_exist_before_its_stamp()
    {
        LongTermResult result = _past.VerifyAt(_past.Archive with { RevocationLists = [_past.List(Stamped.AddHours(-12))] }, Stamped.AddSeconds(-1));
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ExistenceNotProven));
    }

    [Fact]
    public void Document_without_stamp_needs_the_named_weaker_choice()
    {
        ArchivedEvidence archive = new()
        {
            Document = _past.Stamps.Signers.SignByFirst(),
            RevocationLists = [_past.List(Stamped)],
            ArchivedAt = Stamped.AddHours(1),
        };
        LongTermResult strict = _past.VerifyAt(archive, Stamped.AddHours(2));
        (strict.Outcome, strict.Reason, strict.Proof).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ExistenceNotProven, ExistenceProof.None));

        _past.Options = new() { TakeTheArchivesOwnTimeForProofOfExistence = true };
        LongTermResult believed = _past.Verify(archive);
        (believed.Outcome, believed.Proof, believed.At).ShouldBe((VerificationOutcome.Valid, ExistenceProof.ArchiveTime, Stamped.AddHours(1)));
        _past.VerifyAt(archive, Stamped.AddMinutes(59)).Reason.ShouldBe(VerificationReason.ExistenceNotProven);
        _past.Verify(archive with { ArchivedAt = _past.Later.AddDays(1) }).Proof.ShouldBe(ExistenceProof.None);
    }

    [Fact]
    public void Timestamp_authority_that_ended_since_needs_the_named_weaker_choice()
    {
        _past.Later = new DateTimeOffset(2032, 6, 1, 0, 0, 0, TimeSpan.Zero);
        ArchivedEvidence archive = _past.Archive with { RevocationLists = [_past.List(Stamped.AddHours(-12))] };
        _past.VerifyAt(archive, Stamped).Outcome.ShouldBe(VerificationOutcome.Undetermined);
        _past.Options = new() { JudgeTimestampAuthoritiesForTheTimeOfTheirOwnStamp = true };
        _past.Verify(archive).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public void Stamp_of_another_signature_proves_nothing()
    {
        byte[] other = _past.Stamps.Stamp([1, 2, 3]).Token();
        LongTermResult result = _past.VerifyAt(_past.Archive with { Timestamp = other, RevocationLists = [_past.List(Stamped.AddHours(-12))] }, Stamped);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.TimestampImprintMismatch));
    }

    [Fact]
    public void Stamp_kept_beside_the_document_counts()
    {
        byte[] bare = _past.Stamps.Signers.SignByFirst();
        CmsSignedDocument.TryParse(bare, out CmsSignedDocument? document, out _).ShouldBeTrue();
        byte[] token = _past.Stamps.Stamp(document!.Signers[0].Signature.ToArray()).Token();
        ArchivedEvidence archive = new() { Document = bare, Timestamp = token, RevocationLists = [_past.List(Stamped.AddHours(-12))] };
        (_past.Verify(archive).Outcome, _past.Verify(archive).Proof).ShouldBe((VerificationOutcome.Valid, ExistenceProof.Timestamp));
    }

    [Fact]
    public void Anchor_must_have_been_in_its_period_at_the_instant()
    {
        _past.Later = ShapedAuthority.End.AddYears(1);
        LongTermResult before = _past.VerifyAt(_past.Archive, ShapedAuthority.Start.AddDays(-1));
        before.Outcome.ShouldBe(VerificationOutcome.Invalid);
        before.Findings.Select(finding => finding.Reason).ShouldBe([VerificationReason.NotYetValid, VerificationReason.AnchorOutOfPeriod]);
    }

    [Fact]
    public void Answer_that_the_authority_signed_after_its_own_end_is_not_believed()
    {
        _past.Later = ShapedAuthority.End.AddYears(1);
        _past.Options = new() { JudgeTimestampAuthoritiesForTheTimeOfTheirOwnStamp = true };
        _past.Verify(_past.Archive with { OcspResponses = [_past.Response(ShapedAuthority.End.AddDays(1))] }).Reason.ShouldBe(VerificationReason.StatusStale);
    }

    [Fact]
    public void Damaged_document_is_refused_whatever_the_archive_says()
    {
        byte[] damaged = [.. _past.Cms];
        damaged[damaged.AsSpan().IndexOf(SigningDesk.Application) + 3] ^= 1;
        LongTermResult result = _past.VerifyAt(_past.Archive with { Document = damaged, RevocationLists = [_past.List(Stamped.AddHours(-12))] }, Stamped);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, VerificationReason.ContentDigestMismatch));
        _past.Verify(_past.Archive with { Document = new byte[] { 0x30, 0x00 } }).Reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Fact]
    public void Instant_in_the_future_is_misuse() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _past.VerifyAt(_past.Archive, _past.Later.AddSeconds(1)));

    [Fact]
    public void Archive_over_its_limits_is_not_judged()
    {
        byte[] list = _past.List(Stamped.AddHours(-12));
        _past.Options = new() { MaximumListBytes = list.Length - 1 };
        _past.Verify(_past.Archive with { RevocationLists = [list] }).Reason.ShouldBe(VerificationReason.WorkLimitExceeded);
        _past.Options = new() { MaximumStatusItems = 1 };
        _past.Verify(_past.Archive with { RevocationLists = [list, list] }).Reason.ShouldBe(VerificationReason.WorkLimitExceeded);
        _past.Options = new() { MaximumStatusItems = 0 };
        Should.Throw<ArgumentOutOfRangeException>(() => _past.Verifier());
    }

    [Fact]
    public async Task Entry_of_the_evidence_store_is_judged_with_its_answer_and_its_record()
    {
        EvidenceEntry entry = await EntryAsync(RevocationEvidence.Good(RevocationMethod.Crl, Stamped.AddHours(-1), Stamped.AddDays(1)));
        ArchivedEvidence archive = ArchivedEvidence.From(entry);
        _past.Verify(archive).Reason.ShouldBe(VerificationReason.StatusNotAtHand);
        _past.Verify(archive with { RevocationLists = [_past.List(Stamped.AddHours(-1))] }).Outcome.ShouldBe(VerificationOutcome.Valid);
        _past.Options = new() { TakeTheRecordsWordForAListThatWasNotArchived = true };
        _past.Verify(archive).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task Records_word_of_a_hold_or_of_another_day_is_no_yes()
    {
        _past.Options = new() { TakeTheRecordsWordForAListThatWasNotArchived = true };
        EvidenceEntry held = await EntryAsync(RevocationEvidence.HeldOrRevoked(RevocationMethod.Crl, RevocationReason.CertificateHold, Stamped.AddDays(-1), Stamped, Stamped.AddDays(1)));
        _past.Verify(ArchivedEvidence.From(held)).Reason.ShouldBe(VerificationReason.Held);
        EvidenceEntry old = await EntryAsync(RevocationEvidence.Good(RevocationMethod.Crl, Stamped.AddDays(-9), Stamped.AddDays(-8)));
        _past.Verify(ArchivedEvidence.From(old)).Reason.ShouldBe(VerificationReason.StatusNotAboutInstant);
    }

    [Fact]
    public async Task Record_of_another_document_is_refused()
    {
        DocumentVerificationResult other = await _past.Desk.VerifyAsync((_past.Desk.Cms with { Content = [1, 2, 3] }).Encode());
        LongTermResult result = _past.Verify(_past.Archive with { Record = VerificationEvidence.From(other), RevocationLists = [_past.List(Stamped.AddHours(-12))] });
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, VerificationReason.ArchivedRecordMismatch));
    }

    [Fact]
    public void Texts_show_nothing_of_the_signer()
    {
        _past.Archive.ToString().ShouldBe("ArchivedEvidence(***)");
        _past.VerifyAt(_past.Archive, Stamped).ToString().ShouldBe("LongTermResult(Undetermined, StatusNotAtHand, at 2026-11-21 02:59:00Z)");
    }

    private async Task<EvidenceEntry> EntryAsync(RevocationEvidence status)
    {
        _past.Desk.Status.Answer = status;
        DocumentVerificationResult result = await _past.Desk.VerifyAsync(_past.Cms);
        return new EvidenceEntry("contract-1", VerificationEvidence.From(result), _past.Cms);
    }
}
