using System.Security.Cryptography;
using MyNumber.Card;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Apdu;
using MyNumber.Card.Channels;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;

namespace CardAgent.Cards;

/// <summary>Talks with the card. Each look and each trial is a connection of its own, so the card has no power and no open key in between.</summary>
internal sealed class CardDesk(ICardReader reader, TimeProvider clock)
{
    private readonly CmsDocumentSigner _documents = new(clock);

    /// <summary>Which of the card's two keys a purpose needs.</summary>
    public static JpkiKey KeyFor(StatementPurpose purpose) =>
        purpose is StatementPurpose.Login or StatementPurpose.Approval ? JpkiKey.UserAuthentication : JpkiKey.Signature;

    /// <summary>Looks whether the card could do it, without spending a try.</summary>
    public async Task<CardLook> LookAsync(StatementPurpose purpose)
    {
        JpkiKey key = KeyFor(purpose);
        try
        {
            using CardSession session = CardSession.Open(reader.Connect());
            JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
            CertificatePresence presence = await jpki.ReadCertificatePresenceAsync();
            if (!(key == JpkiKey.Signature ? presence.HasSignature : presence.HasUserAuthentication))
            {
                return new CardLook(AgentOutcome.NoCertificate, null);
            }

            PinStatus pin = await jpki.GetPinStatusAsync(key);
            return new CardLook(pin.IsBlocked ? AgentOutcome.PinBlocked : null, pin.TriesLeft);
        }
        catch (CardException failure)
        {
            return new CardLook(OutcomeOf(failure), null);
        }
    }

    /// <summary>Tries the PIN and, when it is right, does what was asked.</summary>
    public async Task<CardTrial> TryAsync(AgentRequest request, CardPin pin, LastTry lastTry)
    {
        JpkiKey key = KeyFor(request.Statement.Purpose);
        PinVerification verification = default;
        try
        {
            using CardSession session = CardSession.Open(reader.Connect());
            JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
            verification = await jpki.VerifyPinAsync(key, pin, lastTry);
            AgentAnswer? answer = verification.IsVerified ? await GiveAsync(jpki, key, request)
                : verification.Outcome == PinOutcome.Blocked || verification.TriesLeft == 0 ? AgentAnswer.Refused(request, AgentOutcome.PinBlocked)
                : null;
            return new CardTrial(answer, verification);
        }
        catch (Exception failure) when (failure is CardException or CryptographicException or ArgumentException)
        {
            return new CardTrial(AgentAnswer.Refused(request, OutcomeOf(failure)), verification);
        }
    }

    // ArgumentException: a certificate in the card that is not for the card's key.
    private static AgentOutcome OutcomeOf(Exception failure) => failure switch
    {
        CardRemovedException => AgentOutcome.NoCard,
        CardStatusException { Status: var status } when status == StatusWord.NotFound => AgentOutcome.NoCertificate,
        _ => AgentOutcome.Failed,
    };

    private async Task<AgentAnswer> GiveAsync(JpkiApplication jpki, JpkiKey key, AgentRequest request)
    {
        byte[] certificate = await jpki.ReadCertificateAsync(key);
        if (request.Statement.Purpose == StatementPurpose.CertificateHandover)
        {
            return AgentAnswer.HandedOver(request, certificate);
        }

        using CardBackedRsa card = jpki.CreateRsa(key, certificate);
        return request.Statement.Purpose == StatementPurpose.Application
            ? AgentAnswer.Applied(request, _documents.Sign(SignerCredential.Create(certificate, card), request.Statement.Message))
            : AgentAnswer.Signed(request, certificate, card.SignData(request.Statement.Message.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
