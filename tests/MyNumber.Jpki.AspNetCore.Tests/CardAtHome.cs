using System.Security.Cryptography;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>A holder at home whose card answers what a page asked for.</summary>
internal static class CardAtHome
{
    public static async Task<AgentAnswer> AnswerAsync(LabHolder holder, AgentRequest request, TimeProvider clock) => request.Statement.Purpose switch
    {
        StatementPurpose.Application => AgentAnswer.Applied(request, await SignDocumentAsync(holder, request.Statement.Message, clock)),
        StatementPurpose.CertificateHandover => AgentAnswer.HandedOver(request, holder.Certificates.Signature!.Encoded),
        _ => AgentAnswer.Signed(request, holder.Certificates.UserAuthentication.Encoded, await SignAsync(holder, request.Statement.Message)),
    };

    public static Task<byte[]> SignAsync(LabHolder holder, ReadOnlyMemory<byte> message) => UseAsync(
        holder, JpkiKey.UserAuthentication, CardPinKind.UserAuthentication, async jpki => await jpki.SignHashAsync(JpkiKey.UserAuthentication, HashAlgorithmName.SHA256, SHA256.HashData(message.Span)));

    public static Task<byte[]> SignDocumentAsync(LabHolder holder, ReadOnlyMemory<byte> content, TimeProvider clock) => UseAsync(holder, JpkiKey.Signature, CardPinKind.Signature, jpki =>
    {
        byte[] certificate = holder.Certificates.Signature!.Encoded.ToArray();
        using RSA key = jpki.CreateRsa(JpkiKey.Signature, certificate);
        return Task.FromResult(new CmsDocumentSigner(clock).Sign(SignerCredential.Create(certificate, key), content));
    });

    private static async Task<byte[]> UseAsync(LabHolder holder, JpkiKey key, CardPinKind kind, Func<JpkiApplication, Task<byte[]>> use)
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(kind);
        (await jpki.VerifyPinAsync(key, pin)).IsVerified.ShouldBeTrue();
        return await use(jpki);
    }
}
