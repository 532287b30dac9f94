using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Sealing;
using MyNumber.Testing.Linkage.Json;

namespace MyNumber.Testing.Linkage;

/// <summary>Turns keys and cards into what their files write, and back.</summary>
internal static class LabKeyDocuments
{
    public static CoreKeysDocument Write(LabCoreKeys keys) =>
        new(keys.Link, keys.Code, keys.Tag, keys.Audit, keys.Permit, keys.Journal, keys.Log, keys.Server.Key, keys.Server.Certificate);

    public static LabCoreKeys Read(CoreKeysDocument keys) =>
        new(keys.Link, keys.Code, keys.Tag, keys.Audit, keys.Permit, keys.Journal, keys.Log, new LabServerKey(keys.ServerKey, keys.ServerCertificate));

    public static BodyKeysDocument Write(LabBodyKeys keys) => new(
        keys.Agency.Value, keys.Space, keys.Signing, keys.Agreement, keys.Log, keys.Server.Key, keys.Server.Certificate,
        keys.Codes.ToDictionary(pair => pair.Addressee.Reveal(), pair => Bytes(pair.Code)));

    public static LabBodyKeys Read(BodyKeysDocument keys) => new(
        new AgencyId(keys.Agency), keys.Space, keys.Signing, keys.Agreement, keys.Log, new LabServerKey(keys.ServerKey, keys.ServerCertificate),
        [.. keys.Codes.Select(pair => (new AddresseeNumber(pair.Key), AgencyCode.FromEnvelope(pair.Value)))]);

    public static CardDocument[] Write(LabCards cards) =>
        [Write(default, cards.Core), .. cards.Bodies.OrderBy(pair => pair.Key).Select(pair => Write(pair.Key, pair.Value))];

    public static LabCards Read(CardDocument[] cards) => new(
        Read(cards.Single(card => card.Agency == 0)),
        cards.Where(card => card.Agency != 0).ToDictionary(card => new AgencyId(card.Agency), Read));

    private static CardDocument Write(AgencyId agency, LabCard card) =>
        new(agency.Value, card.LogKey.ToArray(), card.ServerKey.ToArray(), card.Body?.SigningKey.ToArray(), card.Body?.AgreementKey.ToArray());

    private static LabCard Read(CardDocument card) =>
        new(card.LogKey, card.ServerKey, card.Agency == 0 ? null : new BodyCard(new AgencyId(card.Agency), card.SigningKey, card.AgreementKey));

    private static byte[] Bytes(AgencyCode code)
    {
        byte[] bytes = new byte[AgencyCode.Length];
        code.WriteRevealed(bytes);
        return bytes;
    }
}
