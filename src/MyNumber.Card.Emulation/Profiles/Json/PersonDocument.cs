namespace MyNumber.Card.Emulation.Profiles.Json;

/// <summary>The JSON form of a person.</summary>
internal sealed class PersonDocument
{
    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string BirthDate { get; init; }

    public required string Sex { get; init; }

    public required string IndividualNumber { get; init; }

    public required PinsDocument Pins { get; init; }

    public required FaceDocument Face { get; init; }

    public ImagesDocument? Images { get; init; }

    internal sealed class PinsDocument
    {
        public string? Signature { get; init; }

        public string? UserAuthentication { get; init; }

        public string? Residence { get; init; }

        public string? InputSupport { get; init; }
    }

    internal sealed class FaceDocument
    {
        public required string SerialNumber { get; init; }

        public required string MunicipalityCode { get; init; }

        public required string Expiry { get; init; }

        public required string SecurityCode { get; init; }
    }

    /// <summary>Five image files in Base64.</summary>
    internal sealed class ImagesDocument
    {
        public required byte[] Name { get; init; }

        public required byte[] Address { get; init; }

        public required byte[] Photo { get; init; }

        public required byte[] SecurityCode { get; init; }

        public required byte[] IndividualNumber { get; init; }
    }
}
