using System.Globalization;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Makes the applications of a card from their definitions.</summary>
/// <param name="content">Where bytes, secrets and keys come from.</param>
/// <param name="certificateFileSize">Size of a transparent file whose definition tells none.</param>
/// <param name="leavesMissingCertificateOut">Whether a certificate file that nothing can ever open is not made at all.</param>
internal sealed class ApplicationAssembly(ICardContent content, int certificateFileSize, bool leavesMissingCertificateOut)
{
    public CardApplication Build(ApplicationDefinition application)
    {
        // Keys first: some files tell a public half.
        Dictionary<ushort, KeyFile> keys = application.Files.Where(file => file.Kind == FileKind.Key).ToDictionary(
            file => file.Id, file => new KeyFile(file.Id, file.Path, file.Access, file.Key, content.Key(file.Key)));
        SessionKeyDelivery? delivery = SessionKey(application.SessionKey);
        Dictionary<ushort, byte[]> data = application.Data.ToDictionary(
            item => item.Tag, item => content.Content(DataPath(application.Name, item.Tag), item.Content, item.Fixed));
        FileDefinition? standard = Array.Find(application.Files, file => file.IsDefault);
        IEnumerable<CardFile> files = application.Files.Where(file => !IsLeftOut(file)).Select(file => keys.TryGetValue(file.Id, out KeyFile? key) ? key : Build(file));
        return new CardApplication(application.Name, application.Identifier, [.. files], data, delivery)
        {
            DefaultKey = standard is null ? null : keys[standard.Id],
        };
    }

    /// <summary>How a data object is called in messages and in saved cards.</summary>
    public static string DataPath(string application, ushort tag) => string.Create(CultureInfo.InvariantCulture, $"{application}#{tag:X4}");

    private SessionKeyDelivery? SessionKey(ApplicationDefinition.SessionKeyDefinition? definition) => definition switch
    {
        null => null,
        { Refusal: 0 } => new SessionKeyDelivery(content.Key(CardKeyPurpose.SessionTransport), definition.Rule, 0),
        _ => new SessionKeyDelivery(null, definition.Rule, definition.Refusal),
    };

    private bool IsLeftOut(FileDefinition file) =>
        leavesMissingCertificateOut && string.Equals(file.Content, ContentNames.SignatureCertificate, StringComparison.Ordinal) && file.Access.Read.IsNever;

    private CardFile Build(FileDefinition file) => file.Kind switch
    {
        FileKind.Pin => new PinFile(file.Id, file.Path, file.Access, content.Tries(file), content.Secret(file)) { SecretName = file.Secret },
        FileKind.Record => new RecordFile(file.Id, file.Path, file.Access, [content.Content(file.Path, file.Content, file.Fixed)]),
        FileKind.Internal => new InternalFile(file.Id, file.Path),
        _ => BuildTransparent(file),
    };

    private TransparentFile BuildTransparent(FileDefinition definition)
    {
        TransparentFile file = new(definition.Id, definition.Path, definition.Access, definition.Content, definition.Size ?? certificateFileSize);
        file.Store(content.Content(definition.Path, definition.Content, definition.Fixed));
        return file;
    }
}
