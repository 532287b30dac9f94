using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Codes;

public sealed class CodeKeyRingTests
{
    private static readonly CodeHolderId _holder = new(11);
    private static readonly LinkCode _link = LinkCode.FromBytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

    [Fact]
    public void New_codes_are_made_under_the_current_key_and_old_ones_are_still_known()
    {
        using AgencyCodeCipher old = new(1, Ciphers.CountedKey);
        using CodeKeyRing ring = new(2, [new AgencyCodeCipher(1, Ciphers.CountedKey), new AgencyCodeCipher(2, Ciphers.Bytes(1, 32))]);
        AgencyCodes codes = new(ring);
        AgencyCode code = old.Derive(_holder, 0, _link);
        codes.Derive(_holder, 0, _link).KeyEpoch.ShouldBe((byte)2);
        codes.Inspect(code, _holder, 0, out LinkCode link).ShouldBe(CodeVerdict.Genuine);
        link.ShouldBe(_link);
        codes.Convert(code, _holder, 0, new CodeHolderId(12), 3, out AgencyCode converted).ShouldBe(CodeVerdict.Genuine);
        converted.ShouldBe(codes.Derive(new CodeHolderId(12), 3, _link));
    }

    [Fact]
    public void Code_of_a_retired_key_and_of_another_scheme_is_named()
    {
        using AgencyCodeCipher retired = new(1, Ciphers.CountedKey);
        using CodeKeyRing ring = new(new AgencyCodeCipher(2, Ciphers.Bytes(1, 32)));
        AgencyCodes codes = new(ring);
        AgencyCode code = retired.Derive(_holder, 0, _link);
        codes.Inspect(code, _holder, 0, out _).ShouldBe(CodeVerdict.UnknownKeyEpoch);
        codes.Convert(code, _holder, 0, _holder, 0, out AgencyCode converted).ShouldBe(CodeVerdict.UnknownKeyEpoch);
        converted.IsEmpty.ShouldBeTrue();
        codes.Inspect(AgencyCode.FromEnvelope([2, 1, .. new byte[16]]), _holder, 0, out _).ShouldBe(CodeVerdict.UnknownScheme);
        codes.Inspect(default, _holder, 0, out _).ShouldBe(CodeVerdict.UnknownScheme);
    }

    [Fact]
    public void Envelope_with_the_epoch_of_another_key_is_forged()
    {
        using CodeKeyRing ring = new(2, [new AgencyCodeCipher(1, Ciphers.CountedKey), new AgencyCodeCipher(2, Ciphers.Bytes(1, 32))]);
        AgencyCodes codes = new(ring);
        byte[] envelope = new byte[AgencyCode.Length];
        codes.Derive(_holder, 0, _link).WriteRevealed(envelope);
        envelope[1] = 1;
        codes.Inspect(AgencyCode.FromEnvelope(envelope), _holder, 0, out _).ShouldBe(CodeVerdict.Forged);
    }

    [Fact]
    public void Ring_without_its_current_key_or_with_an_epoch_twice_is_refused()
    {
        using AgencyCodeCipher one = new(1, Ciphers.CountedKey);
        using AgencyCodeCipher again = new(1, Ciphers.CountedKey);
        Should.Throw<ArgumentException>(() => new CodeKeyRing(2, [one]));
        Should.Throw<ArgumentException>(() => new CodeKeyRing(1, [one, again]));
        Should.Throw<ArgumentException>(() => new CodeKeyRing(1, []));
        Should.Throw<ArgumentNullException>(() => new CodeKeyRing(1, [one, null!]));
        Should.Throw<ArgumentNullException>(() => new CodeKeyRing(1, null!));
        Should.Throw<ArgumentNullException>(() => new CodeKeyRing(null!));
        Should.Throw<ArgumentNullException>(() => new AgencyCodes(null!));
    }

    [Fact]
    public void Empty_values_are_refused()
    {
        using CodeKeyRing ring = new(new AgencyCodeCipher(2, Ciphers.CountedKey));
        AgencyCodes codes = new(ring);
        AgencyCode code = codes.Derive(_holder, 0, _link);
        Should.Throw<ArgumentException>(() => codes.Derive(default, 0, _link));
        Should.Throw<ArgumentException>(() => codes.Derive(_holder, 0, default));
        Should.Throw<ArgumentException>(() => codes.Inspect(default, default, 0, out _));
        Should.Throw<ArgumentException>(() => codes.Convert(code, _holder, 0, default, 0, out _));
    }

    [Fact]
    public void Disposal_ends_every_cipher()
    {
        AgencyCodeCipher one = new(1, Ciphers.CountedKey);
        AgencyCodeCipher two = new(2, Ciphers.CountedKey);
        new CodeKeyRing(1, [one, two]).Dispose();
        Should.Throw<ObjectDisposedException>(() => one.Derive(_holder, 0, _link));
        Should.Throw<ObjectDisposedException>(() => two.Derive(_holder, 0, _link));
    }
}
