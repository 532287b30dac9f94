namespace CardCounter;

/// <summary>A field of the form that the counter reads once.</summary>
internal enum AffairField
{
    Name,
    Address,
    BirthDate,
    Sex,
    IndividualNumber,
}
