using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>One change of the register (発行・失効の記録): everything in it is kept, or nothing.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked.</remarks>
public sealed record RegisterEntry
{
    /// <summary>Place in the register, from 1 without gaps.</summary>
    public long Position { get; init; }

    /// <summary>When it was made, whole seconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Key generations that began.</summary>
    public IReadOnlyList<GenerationRecord> Generations { get; init; } = [];

    /// <summary>Certificates that were issued.</summary>
    public IReadOnlyList<IssuedCertificate> Issued { get; init; } = [];

    /// <summary>Changes of status, in order.</summary>
    public IReadOnlyList<StatusChange> Changes { get; init; } = [];

    /// <summary>Serial links that were made.</summary>
    public IReadOnlyList<SerialLink> Links { get; init; } = [];

    /// <summary>Applications as they stand from now on.</summary>
    public IReadOnlyList<ApplicationRecord> Applications { get; init; } = [];

    /// <summary>Lines of applications' histories, in order.</summary>
    public IReadOnlyList<ApplicationEvent> Events { get; init; } = [];

    /// <summary>Lists that were published; each takes the place of the one of its scope.</summary>
    public IReadOnlyList<PublishedCrl> Lists { get; init; } = [];

    /// <summary>The place; nothing of a holder is in it.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"RegisterEntry({Position})";
}
