using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.Common;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Sessions;
using MyNumber.CardContract.Operations;

namespace MyNumber.CardContract;

public abstract partial class CardContractTests
{
    private static readonly byte[] _message = "a form to be signed"u8.ToArray();
    private static readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    [SkippableFact]
    public Task Every_signing_mode_signs_what_a_standard_verifier_takes() => RunAsync(async (session, truth) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin));
        using RSA judge = RSA.Create(truth.LoginKey);
        foreach (CardSigningMode mode in CardSigningMode.All.Where(mode => mode != CardSigningMode.Block))
        {
            byte[] input = mode.Input == CardSigningInput.Sha256 ? SHA256.HashData(_message) : _message;
            byte[] signature = await jpki.SignAsync(JpkiKey.UserAuthentication, mode, input);
            signature.Length.ShouldBe(256);
            (mode.Padding is null || judge.VerifyData(_message, signature, HashAlgorithmName.SHA256, mode.Padding)).ShouldBeTrue(mode.Name);
        }
    });

    [SkippableFact]
    public Task Hashes_are_signed_by_both_keys() => RunAsync(async (session, truth) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin));
        await CardVisit.WithPinAsync(LabCardFactory.SignaturePassword, pin => jpki.VerifyPinAsync(JpkiKey.Signature, pin));
        foreach (HashAlgorithmName algorithm in (HashAlgorithmName[])[HashAlgorithmName.SHA256, HashAlgorithmName.SHA384, HashAlgorithmName.SHA512])
        {
            byte[] hash = CryptographicOperations.HashData(algorithm, _message);
            using CardBackedRsa login = jpki.CreateRsa(JpkiKey.UserAuthentication, truth.LoginKey);
            login.VerifyHash(hash, login.SignHash(hash, algorithm, RSASignaturePadding.Pkcs1), algorithm, RSASignaturePadding.Pkcs1).ShouldBeTrue();
            using RSA judge = RSA.Create(truth.SignatureKey);
            byte[] signature = await jpki.SignHashAsync(JpkiKey.Signature, algorithm, hash);
            judge.VerifyHash(hash, signature, algorithm, RSASignaturePadding.Pkcs1).ShouldBeTrue(algorithm.Name);
        }
    });

    [SkippableFact]
    public Task Nothing_is_signed_without_the_pin_of_its_key() => RunAsync(async (session, _) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin));
        CardStatusException refusal = await Should.ThrowAsync<CardStatusException>(
            async () => await jpki.SignHashAsync(JpkiKey.Signature, HashAlgorithmName.SHA256, SHA256.HashData(_message)));
        refusal.Status.ShouldBe(new StatusWord(0x6982));
    });

    [SkippableFact]
    public Task Selecting_another_application_closes_the_key() => RunAsync(async (session, _) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin));
        await CommonApplication.SelectAsync(session);
        await Should.ThrowAsync<InvalidOperationException>(async () => await jpki.ReadTokenLabelAsync());
        JpkiApplication again = await JpkiApplication.SelectAsync(session);
        CardStatusException refusal = await Should.ThrowAsync<CardStatusException>(
            async () => await again.SignHashAsync(JpkiKey.UserAuthentication, HashAlgorithmName.SHA256, SHA256.HashData(_message)));
        refusal.Status.ShouldBe(new StatusWord(0x6982));
    });

    [SkippableFact]
    public Task Key_of_the_common_application_answers_a_challenge() => RunAsync(async (session, truth) =>
    {
        CommonApplication common = await CommonApplication.SelectAsync(session);
        (await common.HoldsKeyAsync(truth.CommonKey, _random)).ShouldBeTrue();
    });
}
