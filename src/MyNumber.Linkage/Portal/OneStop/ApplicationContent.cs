using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>What one body gets of an application: its own fields, each with who filled it, so that the body knows what it may take from a body's answer and what it has to examine.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ApplicationContent
{
    private const int Kind = 35;

    /// <summary>The application, the same at all its receivers.</summary>
    public required PortalApplicationId Id { get; init; }

    /// <summary>The procedure.</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>When the person confirmed it.</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>Whether a delegate confirmed it.</summary>
    public bool IsByDelegate { get; init; }

    /// <summary>The fields for this body.</summary>
    public required ImmutableArray<FilledField> Fields { get; init; }

    /// <summary>Reads a content; never throws for what the bytes are.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    /// <returns>The content, or <see langword="null"/>.</returns>
    public static ApplicationContent? TryRead(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, Kind, from => new ApplicationContent
    {
        Id = new PortalApplicationId(from.Uuid()),
        Procedure = from.Procedure(),
        ConfirmedAt = from.Time(),
        IsByDelegate = from.Flag(),
        Fields = ApplicationEncoding.ReadFields(from),
    });

    /// <summary>Writes the content.</summary>
    /// <returns>DER; it holds personal data in clear.</returns>
    public byte[] ToBytes() => MessageWriter.Write(Kind, to => ApplicationEncoding.WriteFields(
        to.Uuid(Id.Value).Id(Procedure.ToString()).Time(ConfirmedAt).Flag(IsByDelegate), Fields));
}
