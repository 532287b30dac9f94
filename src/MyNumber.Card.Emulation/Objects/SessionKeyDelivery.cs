using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>What an application says to SET SESSION KEY: it takes one under a rule, or it refuses with its own status word (§5.6, one source, measured).</summary>
/// <param name="Key">The transport key, or null when the application has none.</param>
/// <param name="Rule">What must be verified before the card decrypts anything.</param>
/// <param name="Refusal">Status word of an application without a transport key.</param>
internal sealed record SessionKeyDelivery(CardKey? Key, AccessRule Rule, ushort Refusal) : IDisposable
{
    public void Dispose() => Key?.Dispose();
}
