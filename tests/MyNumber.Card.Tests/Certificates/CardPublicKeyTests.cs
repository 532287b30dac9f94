using System.Security.Cryptography;
using MyNumber.Card.Certificates;
using MyNumber.Card.Tests.Doubles;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Tests.Certificates;

public sealed class CardPublicKeyTests : IDisposable
{
    private readonly RSA _key = LabKeyPool.Load(0);
    private readonly RSA _other = LabKeyPool.Load(1);

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void Key_object_is_read()
    {
        byte[] content = CardBytes.KeyObject(_key);
        content.Length.ShouldBe(265);
        content[..9].ShouldBe(ScriptedChannel.Hex("90 03 010001 91 820100"));
        CardPublicKey key = CardPublicKey.Read(content);
        key.Modulus.ToArray().ShouldBe(CardBytes.Modulus(_key));
        key.ShouldBe(new CardPublicKey(CardBytes.Modulus(_key)));
        key.ShouldNotBe(new CardPublicKey(CardBytes.Modulus(_other)));
        key.ToParameters().Exponent.ShouldBe([0x01, 0x00, 0x01]);
    }

    [Fact]
    public void Signature_of_the_key_and_no_other_verifies()
    {
        CardPublicKey key = new(CardBytes.Modulus(_key));
        byte[] message = [1, 2, 3], signature = CardBytes.Sign(_key, message);
        key.Verifies(message, signature).ShouldBeTrue();
        key.Verifies([1, 2, 4], signature).ShouldBeFalse();
        key.Verifies(message, CardBytes.Sign(_other, message)).ShouldBeFalse();
        key.Verifies(message, signature[1..]).ShouldBeFalse();
        key.Verifies(message, [.. signature, 0]).ShouldBeFalse();
        key.Verifies(message, []).ShouldBeFalse();
    }

    [Fact]
    public void Block_is_compared_whole()
    {
        CardPublicKey key = new(CardBytes.Modulus(_key));
        byte[] block = CardBytes.Pattern(115, 1), signature = SigningCard.SignBlock(_key, block);
        key.VerifiesBlock(block, signature).ShouldBeTrue();
        key.VerifiesBlock(block.AsSpan(1), signature).ShouldBeFalse();
        key.VerifiesBlock([.. block[..^1], 0x99], signature).ShouldBeFalse();
        key.VerifiesBlock(block, SigningCard.SignBlock(_other, block)).ShouldBeFalse();
        key.VerifiesBlock(block, signature.AsSpan(1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("zeros", 0x00)]
    [InlineData("the largest number there is", 0xFF)]
    public void Signature_that_is_no_residue_is_wrong(string description, byte fill)
    {
        byte[] signature = new byte[256];
        Array.Fill(signature, fill);
        new CardPublicKey(CardBytes.Modulus(_key)).VerifiesBlock(CardBytes.Pattern(115, 1), signature).ShouldBeFalse(description);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("exponent alone", "9003010001")]
    [InlineData("exponent 3", "900103 91820100 M")]
    [InlineData("exponent of four bytes", "900400010001 91820100 M")]
    [InlineData("modulus of 255 bytes", "9003010001 918200FF S")]
    [InlineData("modulus cut short", "9003010001 91820100 S")]
    [InlineData("even modulus", "9003010001 91820100 E")]
    [InlineData("modulus of 2047 bits", "9003010001 91820100 L")]
    [InlineData("order turned round", "91820100 M 9003010001")]
    [InlineData("something behind", "9003010001 91820100 M 00")]
    public void Other_key_object_is_bad_data(string description, string content)
    {
        byte[] modulus = CardBytes.Modulus(_key), even = [.. modulus], low = [.. modulus];
        even[^1] &= 0xFE;
        low[0] &= 0x7F;
        string text = content.Replace("M", Convert.ToHexString(modulus)).Replace("S", Convert.ToHexString(modulus[1..]))
            .Replace("L", Convert.ToHexString(low));
        text = text.EndsWith(" E", StringComparison.Ordinal) ? text[..^1] + Convert.ToHexString(even) : text;
        Should.Throw<CardDataException>(() => CardPublicKey.Read(ScriptedChannel.Hex(text)), description);
    }

    [Fact]
    public void Modulus_that_cannot_be_one_is_an_argument_error() => Should.Throw<ArgumentException>(() => new CardPublicKey(new byte[256]));
}
