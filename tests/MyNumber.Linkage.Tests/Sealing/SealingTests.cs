using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Tests.Sealing;

public sealed class SealingTests : IDisposable
{
    private static readonly byte[] _about = "inquiry 1"u8.ToArray();
    private readonly BodyIdentity _city = BodyIdentity.Create(new AgencyId(1));
    private readonly BodyIdentity _pension = BodyIdentity.Create(new AgencyId(2));
    private readonly BodyIdentity _core = BodyIdentity.Create(new AgencyId(3));

    [Fact]
    public void Receiver_opens_what_the_sender_sealed()
    {
        using PayloadSealer sender = new(_pension);
        using PayloadSealer receiver = new(_city);
        byte[] box = sender.Seal(_city.Card, _about, "data"u8);
        receiver.TryOpen(_pension.Card, _about, box).ShouldBe("data"u8.ToArray());
        sender.Seal(_city.Card, _about, "data"u8).ShouldNotBe(box);
    }

    [Fact]
    public void Nobody_else_opens_it_and_no_change_passes()
    {
        using PayloadSealer sender = new(_pension);
        using PayloadSealer receiver = new(_city);
        using PayloadSealer between = new(_core);
        byte[] box = sender.Seal(_city.Card, _about, "data"u8);
        between.TryOpen(_pension.Card, _about, box).ShouldBeNull();
        receiver.TryOpen(_core.Card, _about, box).ShouldBeNull();
        receiver.TryOpen(_pension.Card, "inquiry 2"u8, box).ShouldBeNull();
        sender.TryOpen(_city.Card, _about, box).ShouldBeNull();
        receiver.TryOpen(_pension.Card, _about, box.AsSpan(0, 27)).ShouldBeNull();
        receiver.TryOpen(_pension.Card, _about, []).ShouldBeNull();
        for (int bit = 0; bit < box.Length * 8; bit++)
        {
            byte[] changed = [.. box];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            receiver.TryOpen(_pension.Card, _about, changed).ShouldBeNull();
        }
    }

    [Fact]
    public void Signature_is_of_its_signer_and_its_bytes()
    {
        using BodySignatures signatures = new();
        byte[] signature = _city.Sign("reply"u8);
        signatures.Verify(_city.Card, "reply"u8, signature).ShouldBeTrue();
        signatures.Verify(_city.Card, "reply!"u8, signature).ShouldBeFalse();
        signatures.Verify(_pension.Card, "reply"u8, signature).ShouldBeFalse();
        signatures.Verify(_city.Card, "reply"u8, signature.AsSpan(1)).ShouldBeFalse();
        using ECDsa outside = ECDsa.Create();
        outside.ImportSubjectPublicKeyInfo(_city.Card.SigningKey.Span, out _);
        outside.VerifyData("reply"u8, signature, HashAlgorithmName.SHA256).ShouldBeTrue();
    }

    [Fact]
    public void Card_takes_keys_on_P256_only()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        byte[] good = _city.Card.SigningKey.ToArray();
        Should.Throw<ArgumentException>(() => new BodyCard(new AgencyId(1), other.ExportSubjectPublicKeyInfo(), good));
        Should.Throw<ArgumentException>(() => new BodyCard(new AgencyId(1), good, []));
        Should.Throw<ArgumentException>(() => new BodyCard(new AgencyId(1), good, [.. good, 0]));
        Should.Throw<ArgumentException>(() => new BodyCard(default, good, good));
    }

    public void Dispose()
    {
        _city.Dispose();
        _pension.Dispose();
        _core.Dispose();
    }
}
