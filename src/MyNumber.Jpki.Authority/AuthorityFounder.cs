using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority;

/// <summary>Makes the generations of an authority: from nothing, by the cadence, or as a register remembers them.</summary>
internal static class AuthorityFounder
{
    private const uint LaterSerials = 0x0070_0000;

    private static readonly uint[] SignatureSerials = [0x0000_0001, 0x0132_0001, 0x0267_0001];
    private static readonly uint[] UserAuthenticationSerials = [0x0000_0001, 0x0133_0001, 0x026D_0001];

    /// <summary>As many generations as there are keys, the last of which began some time ago.</summary>
    internal static AuthorityGeneration[] Found(CertificatePurpose purpose, LabAuthorityOptions options, IReadOnlyList<RSA> keys, DateTimeOffset now)
    {
        AuthorityGeneration[] generations = new AuthorityGeneration[keys.Count];
        for (int i = 0; i < generations.Length; i++)
        {
            DateTimeOffset began = now - options.CurrentGenerationAge - ((generations.Length - 1 - i) * options.GenerationCadence);
            generations[i] = Next(purpose, options, i + 1, keys[i], began);
        }

        return generations;
    }

    /// <summary>One generation that begins at an instant.</summary>
    internal static AuthorityGeneration Next(CertificatePurpose purpose, LabAuthorityOptions options, int number, RSA key, DateTimeOffset began) =>
        new(purpose, options.Naming(purpose), number, key, SerialOf(purpose, number), began);

    /// <summary>The generations of a register, with the keys that are given.</summary>
    /// <exception cref="ArgumentException">Keys or names are not those of the register.</exception>
    internal static AuthorityGeneration[] Restore(CertificatePurpose purpose, LabAuthorityOptions options, IReadOnlyList<RSA> keys, IEnumerable<GenerationRecord> records)
    {
        GenerationRecord[] kept = [.. records.Where(record => record.Purpose == purpose).OrderBy(record => record.Number)];
        if (kept.Length != keys.Count)
        {
            throw new ArgumentException("The register has another number of generations than there are keys.", nameof(keys));
        }

        AuthorityGeneration[] generations =
            [.. kept.Zip(keys, (record, key) => new AuthorityGeneration(purpose, options.Naming(purpose), record.Number, key, record.SerialNumber, record.NotBefore))];
        return generations.Zip(kept, (made, record) => made.Certificate.Span.SequenceEqual(record.Certificate.Span)).All(same => same)
            ? generations
            : throw new ArgumentException("Keys or names are not those of the register.", nameof(keys));
    }

    internal static GenerationRecord Record(AuthorityGeneration generation) =>
        new(generation.Purpose, generation.Number, generation.SerialNumber, generation.NotBefore, generation.Certificate);

    private static uint SerialOf(CertificatePurpose purpose, int number)
    {
        uint[] first = purpose == CertificatePurpose.Signature ? SignatureSerials : UserAuthenticationSerials;
        return number <= first.Length ? first[number - 1] : LaterSerials + (uint)number;
    }
}
