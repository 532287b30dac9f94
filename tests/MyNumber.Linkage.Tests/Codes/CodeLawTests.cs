using FsCheck;
using FsCheck.Fluent;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>The laws that hold for all holders, epochs and links.</summary>
public sealed class CodeLawTests : IDisposable
{
    private const int Cases = 5000;

    private static readonly Gen<CodeHolderId> _holders = Gen.OneOf(Gen.Choose(1, 9), Gen.Choose(1, CodeHolderId.MaxValue)).Select(value => new CodeHolderId(value));
    private static readonly Gen<byte> _epochs = Gen.Choose(0, 254).Select(value => (byte)value);
    private static readonly Gen<LinkCode> _links = Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), LinkCode.Length).Select(bytes => LinkCode.FromBytes(bytes));

    private static readonly Arbitrary<(CodeHolderId A, byte AEpoch, CodeHolderId B, byte BEpoch, LinkCode Link)> _cases =
        (from a in _holders
         from aEpoch in _epochs
         from b in _holders
         from bEpoch in _epochs
         from link in _links
         select (a, aEpoch, b, bEpoch, link)).ToArbitrary();

    private readonly AgencyCodeCipher _cipher = new(1, Ciphers.CountedKey);
    private readonly AgencyCodeCipher _next = new(2, Ciphers.Bytes(1, 32));

    [Fact]
    public void Conversion_gives_the_code_that_derivation_gives() => Check(x =>
        _cipher.Convert(_cipher.Derive(x.A, x.AEpoch, x.Link), x.A, x.AEpoch, x.B, x.BEpoch, out AgencyCode code) == CodeVerdict.Genuine
        && code == _cipher.Derive(x.B, x.BEpoch, x.Link));

    [Fact]
    public void Conversion_there_and_back_is_the_identity() => Check(x =>
    {
        AgencyCode code = _cipher.Derive(x.A, x.AEpoch, x.Link);
        _cipher.Convert(code, x.A, x.AEpoch, x.B, x.BEpoch, out AgencyCode there);
        return _cipher.Convert(there, x.B, x.BEpoch, x.A, x.AEpoch, out AgencyCode back) == CodeVerdict.Genuine && back == code;
    });

    [Fact]
    public void Code_leads_back_to_its_link() => Check(x =>
        _cipher.Inspect(_cipher.Derive(x.A, x.AEpoch, x.Link), x.A, x.AEpoch, out LinkCode link) == CodeVerdict.Genuine && link == x.Link);

    [Fact]
    public void Code_that_another_holder_presents_is_foreign() => Check(x =>
        x.A == x.B || _cipher.Inspect(_cipher.Derive(x.A, x.AEpoch, x.Link), x.B, x.BEpoch, out _) == CodeVerdict.Foreign);

    [Fact]
    public void Raised_epoch_of_a_holder_changes_all_its_codes_and_no_other() => Check(x =>
    {
        AgencyCode before = _cipher.Derive(x.A, x.AEpoch, x.Link);
        AgencyCode after = _cipher.Derive(x.A, (byte)(x.AEpoch + 1), x.Link);
        return before != after
            && _cipher.Inspect(before, x.A, (byte)(x.AEpoch + 1), out _) == CodeVerdict.Superseded
            && _cipher.Inspect(after, x.A, (byte)(x.AEpoch + 1), out _) == CodeVerdict.Genuine
            && _cipher.Inspect(_cipher.Derive(x.B, x.BEpoch, x.Link), x.B, x.BEpoch, out _) == CodeVerdict.Genuine;
    });

    [Fact]
    public void Codes_of_one_link_meet_only_at_one_holder_and_epoch() => Check(x =>
        (_cipher.Derive(x.A, x.AEpoch, x.Link) == _cipher.Derive(x.B, x.BEpoch, x.Link)) == ((x.A, x.AEpoch) == (x.B, x.BEpoch)));

    [Fact]
    public void New_key_changes_the_code_and_keeps_the_link() => Check(x =>
    {
        using CodeKeyRing ring = new(2, [new AgencyCodeCipher(1, Ciphers.CountedKey), new AgencyCodeCipher(2, Ciphers.Bytes(1, 32))]);
        AgencyCodes codes = new(ring);
        AgencyCode old = _cipher.Derive(x.A, x.AEpoch, x.Link);
        return codes.Convert(old, x.A, x.AEpoch, x.A, x.AEpoch, out AgencyCode renewed) == CodeVerdict.Genuine
            && renewed == _next.Derive(x.A, x.AEpoch, x.Link)
            && codes.Inspect(renewed, x.A, x.AEpoch, out LinkCode link) == CodeVerdict.Genuine
            && link == x.Link;
    }, 500);

    public void Dispose()
    {
        _cipher.Dispose();
        _next.Dispose();
    }

    private static void Check(Func<(CodeHolderId A, byte AEpoch, CodeHolderId B, byte BEpoch, LinkCode Link), bool> law, int cases = Cases) =>
        Prop.ForAll(_cases, law).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
}
