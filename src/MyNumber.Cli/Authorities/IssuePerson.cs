using System.Security.Cryptography;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Emulating;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing.People;

namespace MyNumber.Cli.Authorities;

/// <summary>The invented person that certificates are issued to.</summary>
internal sealed class IssuePerson
{
    /// <summary>What stands for a person that the tool invents.</summary>
    public const string Synthetic = "synthetic";


    private readonly SyntheticPerson _person;

    private IssuePerson(SyntheticPerson person) => _person = person;

    /// <summary>Invents the person, or reads the file; otherwise says why not.</summary>
    public static IssuePerson? Find(string person, int? seed, TimeProvider clock, VerbContext context, out ExitCode code)
    {
        code = ExitCode.Done;
        if (person == Synthetic)
        {
            DateOnly today = JapanTime.Today(clock);
            return new IssuePerson(SyntheticPerson.Invent(seed ?? RandomNumberGenerator.GetInt32(int.MaxValue), 0, today));
        }

        CardPerson? read = PersonFile.Read(person, context, out code);
        return read is null ? null : new IssuePerson(new SyntheticPerson(read, new Municipality(read.Face.MunicipalityCode, "Mihon-ken", "Mihon-shi")));
    }

    public CardIssuance Request(ReadOnlyMemory<byte> signatureKey, ReadOnlyMemory<byte> userAuthenticationKey) => new()
    {
        Holder = new HolderAttributes(_person.Attributes),
        Municipality = _person.Municipality,
        CardExpiry = _person.Card.Face.Expiry,
        SignatureKey = signatureKey,
        UserAuthenticationKey = userAuthenticationKey,
    };
}
