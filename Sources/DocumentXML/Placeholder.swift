// DocumentXML
