using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Codes.Blocks;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>What the key alone tells of a presented code.</summary>
public sealed class CodeVerdictTests : IDisposable
{
    private static readonly CodeHolderId _holder = new(500);
    private static readonly CodeHolderId _other = new(501);
    private static readonly LinkCode _link = LinkCode.FromBytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

    private readonly AgencyCodeCipher _cipher = new(4, Ciphers.CountedKey);

    [Theory]
    [InlineData("its holder, its epoch", 500, 7, CodeVerdict.Genuine)]
    [InlineData("its holder, an epoch on", 500, 8, CodeVerdict.Superseded)]
    [InlineData("its holder, many epochs on", 500, 255, CodeVerdict.Superseded)]
    [InlineData("its holder, an epoch that has not come", 500, 6, CodeVerdict.Forged)]
    [InlineData("another holder", 501, 7, CodeVerdict.Foreign)]
    [InlineData("another holder, later epoch", 501, 8, CodeVerdict.Foreign)]
    [InlineData("another holder, earlier epoch", 1, 0, CodeVerdict.Foreign)]
    [InlineData("the last holder", CodeHolderId.MaxValue, 7, CodeVerdict.Foreign)]
    public void Presentation_is_judged(string description, int holder, byte epoch, CodeVerdict expected)
    {
        AgencyCode code = _cipher.Derive(_holder, 7, _link);
        _cipher.Inspect(code, new CodeHolderId(holder), epoch, out LinkCode link).ShouldBe(expected, description);
        link.IsEmpty.ShouldBe(expected != CodeVerdict.Genuine, description);
        _cipher.Convert(code, new CodeHolderId(holder), epoch, _other, 0, out AgencyCode converted).ShouldBe(expected, description);
        converted.IsEmpty.ShouldBe(expected != CodeVerdict.Genuine, description);
    }

    [Theory]
    [InlineData("scheme that later versions may know", 2, 4, CodeVerdict.UnknownScheme)]
    [InlineData("highest scheme", 255, 4, CodeVerdict.UnknownScheme)]
    [InlineData("another key epoch", 1, 5, CodeVerdict.UnknownKeyEpoch)]
    [InlineData("another scheme and key epoch", 2, 5, CodeVerdict.UnknownScheme)]
    public void Envelope_of_another_kind_is_named(string description, byte scheme, byte keyEpoch, CodeVerdict expected)
    {
        byte[] envelope = new byte[AgencyCode.Length];
        _cipher.Derive(_holder, 7, _link).WriteRevealed(envelope);
        (envelope[0], envelope[1]) = (scheme, keyEpoch);
        _cipher.Inspect(AgencyCode.FromEnvelope(envelope), _holder, 7, out LinkCode link).ShouldBe(expected, description);
        link.IsEmpty.ShouldBeTrue(description);
    }

    [Fact]
    public void Every_single_bit_that_is_flipped_in_a_block_is_found()
    {
        byte[] envelope = new byte[AgencyCode.Length];
        _cipher.Derive(_holder, 7, _link).WriteRevealed(envelope);
        for (int bit = 16; bit < envelope.Length * 8; bit++)
        {
            byte[] changed = [.. envelope];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            _cipher.Inspect(AgencyCode.FromEnvelope(changed), _holder, 7, out _).ShouldNotBe(CodeVerdict.Genuine);
        }
    }

    [Fact]
    public void A_hundred_thousand_random_envelopes_are_refused_and_nearly_all_called_forged()
    {
        byte[] random = Ciphers.Bytes(1, 100_000 * AgencyCode.BlockLength);
        byte[] envelope = [1, 4, .. new byte[AgencyCode.BlockLength]];
        Dictionary<CodeVerdict, int> verdicts = [];
        for (int i = 0; i < random.Length; i += AgencyCode.BlockLength)
        {
            random.AsSpan(i, AgencyCode.BlockLength).CopyTo(envelope.AsSpan(2));
            CodeVerdict verdict = _cipher.Inspect(AgencyCode.FromEnvelope(envelope), _holder, 7, out _);
            verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
        }

        verdicts.ShouldNotContainKey(CodeVerdict.Genuine);
        verdicts[CodeVerdict.Forged].ShouldBeGreaterThan(99_980);
    }

    [Fact]
    public void Block_whose_spare_byte_is_set_is_forged()
    {
        using ICodeEngine engine = CodeEngines.Create(Ciphers.CountedKey, default);
        UInt128 genuine = CodeBlockLayout.Aes.Header(500, 7) | 12345;
        foreach (UInt128 wrong in new[] { genuine | ((UInt128)1 << 80), genuine ^ ((UInt128)1 << 120), genuine ^ ((UInt128)3 << 120), genuine & ~((UInt128)0xFFFFFF << 96) })
        {
            AgencyCode code = AgencyCode.FromBlock(CodeScheme.AesBlock, 4, engine.Encrypt(wrong));
            _cipher.Inspect(code, _holder, 7, out _).ShouldBe(CodeVerdict.Forged);
        }
    }

    [Fact]
    public void Empty_values_are_refused()
    {
        AgencyCode code = _cipher.Derive(_holder, 7, _link);
        Should.Throw<ArgumentException>(() => _cipher.Derive(default, 0, _link));
        Should.Throw<ArgumentException>(() => _cipher.Derive(_holder, 0, default(LinkCode)));
        Should.Throw<ArgumentException>(() => _cipher.Inspect(code, default, 0, out _));
        Should.Throw<ArgumentException>(() => _cipher.Convert(code, default, 0, _other, 0, out _));
        Should.Throw<ArgumentException>(() => _cipher.Convert(code, _holder, 0, default, 0, out _));
        _cipher.Inspect(default, _holder, 0, out _).ShouldBe(CodeVerdict.UnknownScheme);
    }

    public void Dispose() => _cipher.Dispose();
}
