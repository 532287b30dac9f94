using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Permission.Permits;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Permission.Permits;

public sealed class PermitDeskTests
{
    private const string Outside =
        "01070195f0a00000700080000000000000aa00000065000000c90000000f6368696c642d616c6c6f77616e6365000000056772616e740000000770656e73696f6e0000000100000006696e636f6d65"
        + "00000009722d70656e73696f6e3fbd4ac6e9e8e7f5039bf6f577f5a0eef4f76324f46d1d380d0bb53297f613ea010100404142434445464748494a4b4c4d4e4f0000019d484e8a40"
        + "3c9f8e76abffa7d82e70b1cb746fb6ddf4d594b52ea69bdb0afd2f266a2f0570";

    private static readonly Guid _inquiry = Guid.Parse("0195f0a0-0000-7000-8000-0000000000aa");
    private static readonly AgencyCode _code = Code();
    private static readonly PermissionRequest _request = Rules.Asking(Rules.PensionForAllowance, Bodies.City, Bodies.PensionOffice);

    private readonly Clock _clock = new(Bodies.Now);
    private readonly PermitKeyRing _keys = new(7, Key(0));

    [Fact]
    public void Permit_is_the_bytes_that_another_program_makes() => Convert.ToHexStringLower(Issue()).ShouldBe(Outside);

    [Fact]
    public void Permit_says_what_was_decided()
    {
        Desk().Verify(Convert.FromHexString(Outside), Bodies.PensionOffice, out Permit? permit).ShouldBe(PermitVerdict.Valid);
        permit.ShouldNotBeNull();
        (permit.Inquiry, permit.Inquirer, permit.Provider, permit.ProviderCode).ShouldBe((_inquiry, Bodies.City, Bodies.PensionOffice, _code));
        (permit.Affair, permit.Procedure, permit.ItemSet, permit.Rule).ShouldBe((_request.Affair, _request.Procedure, _request.ItemSet, Rules.PensionForAllowance.Id));
        (permit.ManualRelease, permit.ExpiresAt, permit.Matrix).ShouldBe((true, Bodies.Now.AddMinutes(10), Matrix().Version));
        permit.Items.ShouldBe([Rules.Income]);
        permit.ToString().ShouldNotContain("40414243", Case.Insensitive);
    }

    [Fact]
    public void Any_changed_byte_is_refused()
    {
        byte[] permit = Issue();
        for (int at = 0; at < permit.Length; at++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                permit[at] ^= (byte)(1 << bit);
                PermitVerdict expected = at switch { 0 => PermitVerdict.Malformed, 1 => PermitVerdict.UnknownKey, _ => PermitVerdict.WrongSeal };
                Desk().Verify(permit, Bodies.PensionOffice, out Permit? read).ShouldBe(expected, $"bit {bit} of byte {at}");
                read.ShouldBeNull();
                permit[at] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public void Any_shorter_or_longer_permit_is_refused()
    {
        byte[] permit = Issue();
        for (int length = 0; length < permit.Length; length++)
        {
            Desk().Verify(permit.AsSpan(0, length), Bodies.PensionOffice, out _).ShouldBeOneOf(PermitVerdict.Malformed, PermitVerdict.WrongSeal);
        }

        Desk().Verify([.. permit, 0], Bodies.PensionOffice, out _).ShouldBe(PermitVerdict.WrongSeal);
        Desk().Verify(new byte[(1 << 20) + 1], Bodies.PensionOffice, out _).ShouldBe(PermitVerdict.Malformed);
    }

    [Theory]
    [InlineData("at once", 0, PermitVerdict.Valid)]
    [InlineData("the last millisecond", 599_999, PermitVerdict.Valid)]
    [InlineData("the end", 600_000, PermitVerdict.Expired)]
    [InlineData("a day later", 86_400_000, PermitVerdict.Expired)]
    public void Permit_ends(string description, int milliseconds, PermitVerdict expected)
    {
        byte[] permit = Issue();
        _clock.Now = Bodies.Now.AddMilliseconds(milliseconds);
        Desk().Verify(permit, Bodies.PensionOffice, out _).ShouldBe(expected, description);
    }

    [Fact]
    public void Permit_of_another_provider_is_refused() => Desk().Verify(Issue(), Bodies.TaxOffice, out _).ShouldBe(PermitVerdict.OtherProvider);

    [Fact]
    public void Permit_of_another_core_is_refused()
    {
        using PermitKeyRing others = new(7, Key(1));
        new PermitDesk(others, _clock, TimeSpan.FromMinutes(10)).Verify(Issue(), Bodies.PensionOffice, out _).ShouldBe(PermitVerdict.WrongSeal);
    }

    [Fact]
    public void Permit_under_a_former_key_stays_valid_while_the_key_is_held()
    {
        byte[] permit = Issue();
        _keys.With(8, Key(2), isCurrent: true);
        Desk().Verify(permit, Bodies.PensionOffice, out _).ShouldBe(PermitVerdict.Valid);
        Issue()[1].ShouldBe((byte)8);
    }

    [Fact]
    public void Refusal_makes_no_permit()
    {
        PermissionDecision refusal = Decide(_request with { Items = new[] { Rules.Other } });
        Should.Throw<ArgumentException>(() => Desk().Issue(_inquiry, _request, refusal, _code));
        Should.Throw<ArgumentException>(() => Desk().Issue(Guid.Empty, _request, Decide(_request), _code));
        Should.Throw<ArgumentException>(() => Desk().Issue(_inquiry, _request, Decide(_request), default));
    }

    [Fact]
    public void Keys_of_another_length_and_disposed_rings_are_refused()
    {
        Should.Throw<ArgumentException>(() => new PermitKeyRing(1, new byte[31]));
        Should.Throw<ArgumentOutOfRangeException>(() => new PermitDesk(_keys, _clock, TimeSpan.Zero));
        Should.Throw<ArgumentException>(() => _keys.TrySeal(7, [], new byte[16]));
        _keys.Dispose();
        Should.Throw<ObjectDisposedException>(() => _keys.TrySeal(7, [], new byte[32]));
    }

    private static byte[] Key(int start) => [.. Enumerable.Range(start, 32).Select(value => (byte)value)];

    private static AgencyCode Code()
    {
        AgencyCode.TryRead(Convert.FromHexString("0100404142434445464748494a4b4c4d4e4f"), out AgencyCode code).ShouldBeTrue();
        return code;
    }

    private static PermissionMatrix Matrix() => PermissionMatrix.Create([Rules.TaxForAllowance, Rules.PensionForAllowance]);

    private static PermissionDecision Decide(in PermissionRequest request) => new PermissionPolicy(Bodies.Directory, Matrix(), PermissionNotices.None).Decide(request);

    private PermitDesk Desk() => new(_keys, _clock, TimeSpan.FromMinutes(10));

    private byte[] Issue() => Desk().Issue(_inquiry, _request, Decide(_request), _code);
}
