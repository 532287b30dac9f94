using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission.Json;
using MyNumber.Testing.Linkage.Json;

namespace MyNumber.Testing.Linkage;

/// <summary>A lab network as files, so that roles can run as processes of their own: <c>network.json</c>, <c>rules.json</c> and <c>cards.json</c> for all,
/// <c>core.json</c> and <c>agency-N.json</c> with the private keys of one role each.</summary>
/// <remarks>The description holds the synthetic people and their data, which no real body would show another.</remarks>
public static class LabFolder
{
    private const string NetworkFile = "network.json";
    private const string RulesFile = "rules.json";
    private const string CardsFile = "cards.json";
    private const string CoreFile = "core.json";

    /// <summary>Writes everything. Files of keys are for the owner's eyes only where the system knows owners.</summary>
    /// <param name="folder">An existing folder; files of these names are written over.</param>
    /// <param name="network">The description.</param>
    /// <param name="keys">The keys of every role.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string folder, LabNetwork network, LabKeys keys)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(keys);
        Write(folder, NetworkFile, LabDocuments.Write(network), LabJsonContext.Default.NetworkDocument);
        File.WriteAllBytes(Path.Combine(folder, RulesFile), PermissionRuleFile.Write(network.Matrix.Rules));
        Write(folder, CardsFile, LabKeyDocuments.Write(keys.Cards), LabJsonContext.Default.CardDocumentArray);
        Write(folder, CoreFile, LabKeyDocuments.Write(keys.Core), LabJsonContext.Default.CoreKeysDocument, isPrivate: true);
        foreach (LabBodyKeys body in keys.Bodies.Values)
        {
            Write(folder, BodyFile(body.Agency), LabKeyDocuments.Write(body), LabJsonContext.Default.BodyKeysDocument, isPrivate: true);
        }
    }

    /// <summary>Reads the description.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The network.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what was written.</exception>
    public static LabNetwork ReadNetwork(string folder)
    {
        PermissionRuleLoad rules = PermissionRuleFile.Read(File.ReadAllBytes(Path.Combine(folder, RulesFile)));
        return rules.IsComplete
            ? Read(folder, NetworkFile, LabJsonContext.Default.NetworkDocument, document => LabDocuments.Read(document, rules.Rules))
            : throw new InvalidDataException($"{RulesFile} is not what was written.");
    }

    /// <summary>Reads the public keys.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The cards.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not what was written.</exception>
    public static LabCards ReadCards(string folder) => Read(folder, CardsFile, LabJsonContext.Default.CardDocumentArray, LabKeyDocuments.Read);

    /// <summary>Reads the core's private keys.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not what was written.</exception>
    public static LabCoreKeys ReadCoreKeys(string folder) => Read(folder, CoreFile, LabJsonContext.Default.CoreKeysDocument, LabKeyDocuments.Read);

    /// <summary>Reads one body's private keys and codes.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="agency">The body.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not what was written.</exception>
    public static LabBodyKeys ReadBodyKeys(string folder, AgencyId agency) => Read(folder, BodyFile(agency), LabJsonContext.Default.BodyKeysDocument, LabKeyDocuments.Read);

    private static string BodyFile(AgencyId agency) => $"agency-{agency}.json";

    private static void Write<T>(string folder, string name, T document, JsonTypeInfo<T> type, bool isPrivate = false)
    {
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream file = new(Path.Combine(folder, name), options);
        JsonSerializer.Serialize(file, document, type);
    }

    private static TResult Read<T, TResult>(string folder, string name, JsonTypeInfo<T> type, Func<T, TResult> turn)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder, name));
        try
        {
            return JsonSerializer.Deserialize(bytes, type) is { } document ? turn(document) : throw new InvalidDataException($"{name} is empty.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or CryptographicException)
        {
            throw new InvalidDataException($"{name} is not what was written.", exception);
        }
    }
}
