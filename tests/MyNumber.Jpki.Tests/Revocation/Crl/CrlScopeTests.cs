using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

/// <summary>Partitions by municipality and full lists.</summary>
public sealed class CrlScopeTests
{
    private static readonly DateTimeOffset Since = StatusLab.Now.AddDays(-1);
    private static readonly ReadOnlyMemory<byte> OtherPartition = StatusLab.Name("C=JP, O=Status Lab, OU=CRL Distribution Points, CN=Shibuya-ku CRLDP").RawData;

    private static LabList Partition => new() { DistributionPoint = LabList.Scope(StatusLab.Partition) };

    [Fact]
    public void Partition_of_the_certificate_answers() =>
        CrlStoreTests.Check(CrlStoreTests.Store(null, Partition with { Entries = [(StatusLab.Serial, Since, 6)] })).State.ShouldBe(RevocationState.Held);

    [Fact]
    public void Partition_of_another_municipality_is_out_of_scope()
    {
        CrlStore store = CrlStoreTests.Store(null, new LabList { DistributionPoint = LabList.Scope(OtherPartition), Entries = [(StatusLab.Serial, Since, 6)] });
        CrlStoreTests.Check(store).Failure.ShouldBe(VerificationReason.StatusOutOfScope);
    }

    [Fact]
    public void Partition_of_the_other_generation_is_out_of_scope()
    {
        CrlStore store = CrlStoreTests.Store(null, Partition with { Issuer = StatusLab.SecondAnchor });
        CrlStoreTests.Check(store).Failure.ShouldBe(VerificationReason.StatusOutOfScope);
    }

    [Fact]
    public void Anchors_of_one_name_and_one_key_identifier_never_share_a_list()
    {
        TrustAnchor twin = StatusLab.MakeAnchor(2, StatusLab.AuthorityName, StatusLab.Anchor.KeyIdentifier.ToArray());
        CrlStore store = CrlStoreTests.Store();
        store.TryAdd(new LabList { Issuer = twin }.Encode(), StatusLab.SetOf(twin), out _).ShouldBeTrue();
        CrlStoreTests.Check(store, StatusLab.Path(issuer: twin)).State.ShouldBe(RevocationState.Good);
        CrlStoreTests.Check(store, StatusLab.Path(issuer: StatusLab.Anchor)).Failure.ShouldBe(VerificationReason.StatusOutOfScope);
    }

    [Fact]
    public void Certificate_without_distribution_point_is_covered_by_a_full_list_only()
    {
        CrlStore store = CrlStoreTests.Store(null, Partition);
        CrlStoreTests.Check(store, StatusLab.Path(withPartition: false)).Failure.ShouldBe(VerificationReason.StatusOutOfScope);
        store.TryAdd(new LabList().Encode(), StatusLab.Anchors, out _).ShouldBeTrue();
        CrlStoreTests.Check(store, StatusLab.Path(withPartition: false)).State.ShouldBe(RevocationState.Good);
        store.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("partition is newer", -1, -2, RevocationState.Held)]
    [InlineData("full list is newer", -2, -1, RevocationState.Good)]
    [InlineData("same age", -1, -1, RevocationState.Held)]
    public void Newer_of_partition_and_full_list_answers(string description, int partition, int full, RevocationState state)
    {
        CrlStore store = CrlStoreTests.Store(
            null,
            Partition with { ThisUpdate = StatusLab.Now.AddHours(partition), Entries = [(StatusLab.Serial, Since, 6)] },
            new LabList { ThisUpdate = StatusLab.Now.AddHours(full) });
        CrlStoreTests.Check(store).State.ShouldBe(state, description);
    }

    [Fact]
    public void Stale_partition_gives_way_to_a_fresh_full_list()
    {
        CrlStore store = CrlStoreTests.Store(
            null,
            Partition with { ThisUpdate = StatusLab.Now.AddHours(-2), NextUpdate = StatusLab.Now.AddHours(-1) },
            new LabList { Entries = [(StatusLab.Serial, Since, 3)] });
        CrlStoreTests.Check(store).State.ShouldBe(RevocationState.Revoked);
    }

    [Theory]
    [InlineData("for user certificates only", new[] { 1 }, true)]
    [InlineData("for authorities only", new[] { 2 }, false)]
    [InlineData("indirect", new[] { 4 }, false)]
    [InlineData("for attribute certificates only", new[] { 5 }, false)]
    [InlineData("for users and indirect", new[] { 1, 4 }, false)]
    public void Kind_of_list_decides_whether_it_is_taken(string description, int[] flags, bool taken)
    {
        CrlStore store = CrlStoreTests.Store();
        byte[] list = new LabList { DistributionPoint = LabList.Scope(default, flags) }.Encode();
        store.TryAdd(list, StatusLab.Anchors, out VerificationReason reason).ShouldBe(taken, description);
        reason.ShouldBe(taken ? VerificationReason.None : VerificationReason.StatusOutOfScope, description);
    }

    public static TheoryData<string, byte[]> ForeignScopes => new()
    {
        { "a URI in place of a directoryName", [0x30, 0x0A, 0xA0, 0x08, 0xA0, 0x06, 0x86, 0x04, .. "ldap"u8] },
        { "name relative to the issuer", [0x30, 0x11, 0xA0, 0x0F, 0xA1, 0x0D, 0x30, 0x0B, 0x06, 0x03, 0x55, 0x04, 0x03, 0x0C, 0x04, .. "part"u8] },
        { "two directory names", TwoNames() },
        { "some reasons only", [0x30, 0x04, 0x83, 0x02, 0x06, 0x40] },
    };

    public static TheoryData<string, byte[]> MalformedScopes => new()
    {
        { "bytes behind the name", [0x30, 0x0C, 0xA0, 0x0A, 0xA0, 0x06, 0xA4, 0x04, 0x30, 0x02, 0x31, 0x00, 0x05, 0x00] },
        { "a flag that is FALSE written out", [0x30, 0x03, 0x81, 0x01, 0x00] },
        { "a flag that is TRUE by another octet", [0x30, 0x03, 0x81, 0x01, 0x01] },
    };

    [Theory]
    [MemberData(nameof(MalformedScopes))]
    public void Scope_that_is_no_der_is_malformed(string description, byte[] scope)
    {
        CrlStoreTests.Store().TryAdd(new LabList { DistributionPoint = scope }.Encode(), StatusLab.Anchors, out VerificationReason reason).ShouldBeFalse(description);
        reason.ShouldBe(VerificationReason.StatusMalformed, description);
    }

    private static byte[] TwoNames()
    {
        byte[] own = [0xA4, (byte)StatusLab.Partition.Length, .. StatusLab.Partition.Span], other = [0xA4, (byte)OtherPartition.Length, .. OtherPartition.Span];
        int names = own.Length + other.Length;
        return [0x30, 0x81, (byte)(names + 6), 0xA0, 0x81, (byte)(names + 3), 0xA0, 0x81, (byte)names, .. own, .. other];
    }

    [Theory]
    [MemberData(nameof(ForeignScopes))]
    public void Scope_that_cannot_be_judged_is_refused(string description, byte[] scope)
    {
        CrlStoreTests.Store().TryAdd(new LabList { DistributionPoint = scope }.Encode(), StatusLab.Anchors, out VerificationReason reason).ShouldBeFalse(description);
        reason.ShouldBe(VerificationReason.StatusOutOfScope, description);
    }
}
