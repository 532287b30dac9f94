using System.Globalization;
using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles.Json;
using static MyNumber.Card.Emulation.Profiles.ProfileSyntax;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Reads the files of one application from its document.</summary>
internal sealed class FileReader(string application, FileDocument[] files)
{
    private const string Always = "always";

    public FileDefinition[] Read()
    {
        FileDefinition[] definitions = [.. files.Select(ReadFile)];
        ThrowUnless(definitions.Select(file => file.Id).Distinct().Count() == definitions.Length, application);
        ThrowUnless(definitions.Count(file => file.IsDefault) <= 1, application);
        return definitions;
    }

    /// <summary>A rule by the names of PIN files of this application.</summary>
    public AccessRule Rule(string[]? names, string where)
    {
        if (names is null or [])
        {
            return AccessRule.Never;
        }

        if (names is [Always])
        {
            return AccessRule.Always;
        }

        ThrowUnless(names.All(name => files.Any(file => file.Kind == "pin" && file.Id == name)), where);
        return AccessRule.AnyOf([.. names.Select(Identifier)]);
    }

    private FileDefinition ReadFile(FileDocument document)
    {
        ushort id = Identifier(document.Id);
        string path = string.Create(CultureInfo.InvariantCulture, $"{application}/{id:X4}");
        AccessRules access = new()
        {
            Read = Rule(document.Read, path),
            Verify = Rule(document.Verify, path),
            Change = Rule(document.Change, path),
            ChangeKey = Rule(document.ChangeKey, path),
            Sign = Rule(document.Sign, path),
            Authenticate = Rule(document.Authenticate, path),
            Update = Rule(document.Update, path),
        };
        return document.Kind switch
        {
            "transparent" => ReadContent(new FileDefinition(id, FileKind.Transparent, path, access), document),
            "record" => ReadContent(new FileDefinition(id, FileKind.Record, path, access), document),
            "pin" => ReadPin(new FileDefinition(id, FileKind.Pin, path, access), document),
            "key" => new FileDefinition(id, FileKind.Key, path, access) { Key = Purpose(document.Key, path), IsDefault = document.Default },
            "internal" => new FileDefinition(id, FileKind.Internal, path, access),
            _ => throw Invalid(path),
        };
    }

    private static FileDefinition ReadContent(FileDefinition file, FileDocument document)
    {
        ThrowUnless(document.Content is not null && document.Size is null or (> 0 and <= MaximumFileSize), file.Path);
        return file with { Content = document.Content!, Size = document.Size, Fixed = FixedBytes(document.Hex, file.Path) };
    }

    private static FileDefinition ReadPin(FileDefinition file, FileDocument document)
    {
        ThrowUnless(document.Secret is not null && document.Tries is null or (>= 1 and <= 15), file.Path);
        return file with { Secret = document.Secret!, Tries = document.Tries };
    }

    private static CardKeyPurpose Purpose(string? name, string path) => name switch
    {
        "userAuthentication" => CardKeyPurpose.UserAuthentication,
        "signature" => CardKeyPurpose.Signature,
        "inputSupport" => CardKeyPurpose.InputSupport,
        "surface" => CardKeyPurpose.Surface,
        "common" => CardKeyPurpose.Common,
        _ => throw Invalid(path),
    };
}
