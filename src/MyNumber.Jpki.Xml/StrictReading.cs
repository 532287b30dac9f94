using System.Xml;

namespace MyNumber.Jpki.Xml;

/// <summary>How documents are read: no DTD, no entity, nothing from elsewhere, nothing left out.</summary>
internal static class StrictReading
{
    public static XmlReaderSettings CreateSettings(int longest) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        ConformanceLevel = ConformanceLevel.Document,
        MaxCharactersInDocument = longest,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = true,
        IgnoreWhitespace = false,
        IgnoreComments = false,
        IgnoreProcessingInstructions = false,
    };
}
