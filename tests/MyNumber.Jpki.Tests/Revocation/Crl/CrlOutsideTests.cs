using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

/// <summary>Lists that openssl made, by the real clock.</summary>
public sealed class CrlOutsideTests
{
    [SkippableTheory]
    [InlineData("held", "full", "R", "260101000000Z,certificateHold", RevocationState.Held, RevocationReason.CertificateHold)]
    [InlineData("held in its partition", "partition", "R", "260101000000Z,certificateHold", RevocationState.Held, RevocationReason.CertificateHold)]
    [InlineData("revoked", "partition", "R", "260101000000Z,keyCompromise", RevocationState.Revoked, RevocationReason.KeyCompromise)]
    [InlineData("revoked without reason", "full", "R", "260101000000Z", RevocationState.Revoked, null)]
    [InlineData("good", "partition", "V", "", RevocationState.Good, null)]
    public void List_of_openssl_is_read(string description, string extensions, string status, string since, RevocationState state, RevocationReason? reason)
    {
        using OpensslAuthority authority = new(OpensslAuthority.Line("R", "250101000000Z,superseded", "0102030405060708090A0B0C0D0E0F10") + OpensslAuthority.Line(status, since));
        CrlStore store = new(TimeProvider.System);
        store.TryAdd(authority.List(extensions), StatusLab.Anchors, out VerificationReason flaw).ShouldBeTrue(description);
        flaw.ShouldBe(VerificationReason.None);
        RevocationEvidence evidence = CrlStoreTests.Check(store);
        evidence.State.ShouldBe(state, description);
        evidence.Reason.ShouldBe(reason, description);
        evidence.CrlNumber.ToArray().ShouldBe([0x80, 0x01]);
        CrlStoreTests.Check(store, StatusLab.Path([0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x10]))
            .Reason.ShouldBe(RevocationReason.Superseded, description);
    }

    [SkippableFact]
    public void Next_list_of_openssl_replaces_the_one_before()
    {
        using OpensslAuthority authority = new(OpensslAuthority.Line("V", string.Empty));
        byte[] first = authority.List(), second = authority.List();
        CrlStore store = new(TimeProvider.System);
        store.TryAdd(second, StatusLab.Anchors, out _).ShouldBeTrue();
        store.TryAdd(first, StatusLab.Anchors, out VerificationReason reason).ShouldBeFalse();
        reason.ShouldBe(VerificationReason.StatusStale);
        CrlStoreTests.Check(store).CrlNumber.ToArray().ShouldBe([0x80, 0x02]);
    }
}
